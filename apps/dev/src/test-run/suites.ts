import { spawn } from "node:child_process";
import { join } from "node:path";
import { childEnv } from "../env";
import { noteProcess } from "../processes/process-note";
import { killTree } from "../processes/process-tree";
import { repositoryRoot } from "../repository";
import { REPORT_FILE } from "./reports";

/** Given to every suite; a workspace's own settings may say more, never less. */
const VITEST_ARGS = [
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${REPORT_FILE}`,
  // For a loaded machine with two cores. There are no second tries.
  "--testTimeout=60000",
  "--hookTimeout=120000",
  "--retry=0",
];

/**
 * The browser journeys come last and alone: they measure what a person would wait for.
 * Everything else runs two workspaces at a time.
 */
const PHASES = [
  ["--filter=!@evenshare/e2e", "--concurrency=2"],
  ["--filter=@evenshare/e2e", "--concurrency=2"],
];

/** How the suites ended: all green, some not, or stopped by a signal. */
export type SuitesOutcome = "passed" | "failed" | "interrupted";

interface SuitesOptions {
  /** A server on which suites may create databases. */
  readonly databaseUrl: string;
  readonly childNote: string;
  /** Arguments for turbo that choose workspaces; none means all. */
  readonly chosen: readonly string[];
  readonly signal: AbortSignal;
}

/** Runs the tests of the workspaces; output goes to ours. Aborting ends all of them. */
export async function runSuites(options: SuitesOptions): Promise<SuitesOutcome> {
  let outcome: SuitesOutcome = "passed";
  for (const phase of options.chosen.length > 0 ? [options.chosen] : PHASES) {
    const code = await runTurbo(phase, options);
    if (options.signal.aborted) return "interrupted";
    if (code !== 0) outcome = "failed";
  }
  return outcome;
}

async function runTurbo(
  phase: readonly string[],
  { databaseUrl, childNote, signal }: SuitesOptions,
): Promise<number> {
  const child = spawn(
    join(repositoryRoot, "node_modules/.bin/turbo"),
    ["run", "test", ...phase, "--continue=always", "--log-order=grouped", "--", ...VITEST_ARGS],
    {
      cwd: repositoryRoot,
      env: childEnv({ TEST_DATABASE_URL: databaseUrl, DATABASE_URL: undefined, NODE_ENV: "test" }),
      stdio: ["ignore", "inherit", "inherit"],
      // A group of its own, so that Ctrl-C reaches it through us and in our order.
      detached: true,
    },
  );
  const exited = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
  const { pid } = child;
  if (pid === undefined) return exited;
  const stop = () => void killTree(pid);
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  await noteProcess(childNote, pid);
  return exited.finally(() => signal.removeEventListener("abort", stop));
}
