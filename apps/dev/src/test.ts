import { startEmbeddedPostgres, THROWAWAY_FLAGS } from "@evenshare/database/embedded";
import { configuredDatabaseUrl } from "./env";
import { repositoryRoot } from "./repository";
import { closingLine, removeReports, sumReports } from "./test-run/reports";
import { openRunFolder, runsFolderOf } from "./test-run/run-folder";
import { runSuites } from "./test-run/suites";

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => interrupted.abort());

/** `pnpm test --filter=@evenshare/domain` runs some; without arguments everything must have run. */
const chosen = process.argv.slice(2);

const say = (line: string) => process.stdout.write(`${line}\n`);

const folder = await openRunFolder(runsFolderOf("tests"));
try {
  await removeReports(repositoryRoot);
  const databaseUrl = configuredDatabaseUrl() ?? (await startCluster());
  const outcome = await runSuites({
    databaseUrl,
    childNote: folder.childNote,
    chosen,
    signal: interrupted.signal,
  });
  const totals = await sumReports(repositoryRoot, { allMustReport: chosen.length === 0 });
  for (const problem of totals.problems) say(problem);
  if (outcome === "interrupted") say("Stopped before the end.");
  else if (outcome === "failed" && totals.failed === 0) say("A suite failed outside its tests; see above.");
  say(closingLine(totals));
  const green = outcome === "passed" && totals.failed === 0 && totals.problems.length === 0;
  process.exitCode = green ? 0 : 1;
} finally {
  await folder.remove();
}

async function startCluster(): Promise<string> {
  const { url, port } = await startEmbeddedPostgres({
    dataDir: folder.clusterDir,
    persistent: false,
    postgresFlags: THROWAWAY_FLAGS,
  });
  say(`PostgreSQL for the tests: port ${port}, data thrown away at the end`);
  return url;
}
