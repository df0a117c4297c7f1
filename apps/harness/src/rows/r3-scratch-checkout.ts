import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { noteProcess } from "@evenshare/dev";
import { z } from "zod";
import { environmentOfTests } from "../env";
import { openHarnessFolder } from "../product/harness-folder";
import type { FaultEdit, PlantedFault } from "./r3-faults";

const run = promisify(execFile);
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(
        z.object({
          title: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).default([]),
        }),
      ),
    }),
  ),
});
const repository = join(import.meta.dirname, "../../../..");

/** A copy of this checkout in which mistakes may be made. */
export interface ScratchCheckout {
  /** Makes the edits, runs the test that must notice them, and takes them back. True: it failed. */
  isCaught(fault: PlantedFault): Promise<boolean>;
  /** How the same test fails while nothing is planted: not at all, if all is well. */
  failuresWithout(fault: PlantedFault): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/**
 * Copies what git knows and what is new, and the workspaces' links to each other; packages from npm are shared. Its tests
 * make their databases where this process was told to make its own, unless a server is given.
 */
export async function openScratchCheckout(databaseUrl?: string): Promise<ScratchCheckout> {
  const folder = await openHarnessFolder();
  const root = join(folder.path, "checkout");
  await mkdir(root);
  const listed = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: repository,
    maxBuffer: 1 << 25,
  });
  const files = listed.stdout
    .split("\0")
    .filter((file) => file !== "" && !file.startsWith("docs/screenshots/"));
  for (const file of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await cp(join(repository, file), join(root, file)).catch(ignoreMissing);
  }
  const generated = "packages/database/src/generated";
  await cp(join(repository, generated), join(root, generated), { recursive: true });
  await symlink(join(repository, "node_modules"), join(root, "node_modules"));
  for (const group of ["apps", "packages"]) {
    for (const name of await readdir(join(root, group))) {
      const links = join(group, name, "node_modules");
      await run("cp", ["-a", join(repository, links), join(root, links)]).catch(() => undefined);
    }
  }
  return {
    async isCaught(fault) {
      const originals = await plant(root, fault.edits);
      try {
        return (await failuresOf(fault)).length > 0;
      } finally {
        for (const [file, text] of originals) await writeFile(join(root, file), text);
      }
    },
    failuresWithout: failuresOf,
    remove: folder.remove,
  };

  async function failuresOf({ caughtBy }: PlantedFault): Promise<readonly string[]> {
    const cwd = join(root, caughtBy.workspace);
    const only = caughtBy.test === "" ? [] : ["-t", caughtBy.test];
    const vitest = join(cwd, "node_modules/.bin/vitest");
    const report = join(root, "report.json");
    const args = ["run", caughtBy.file, ...only, "--reporter=json", `--outputFile=${report}`];
    await rm(report, { force: true });
    const running = run(vitest, [...args, "--testTimeout=120000", "--hookTimeout=120000"], {
      cwd,
      env: environmentOfTests(databaseUrl),
      maxBuffer: 1 << 25,
    });
    await noteProcess(folder.childNote, running.child.pid ?? 0);
    await running.catch(() => undefined);
    const { testResults } = reportSchema.parse(JSON.parse(await readFile(report, "utf8")));
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
    const failed = tests.filter(({ status }) => status === "failed");
    if (failed.length === 0 && !tests.some(({ status }) => status === "passed"))
      throw new Error(`${caughtBy.file} has no test '${caughtBy.test}' that runs`);
    return failed.map(({ title, failureMessages }) => `${title}: ${failureMessages.join("\n")}`);
  }
}

/** @throws Error when an edit finds nothing to change: the fault would not be one. */
async function plant(root: string, edits: readonly FaultEdit[]): Promise<Map<string, string>> {
  const originals = new Map<string, string>();
  for (const { file, find, replace } of edits) {
    const text = await readFile(join(root, file), "utf8");
    if (!text.includes(find)) throw new Error(`${file} has no '${find}' any more: plant the fault anew`);
    if (!originals.has(file)) originals.set(file, text);
    await writeFile(join(root, file), find === "" ? text + replace : text.replace(find, () => replace));
  }
  return originals;
}

function ignoreMissing(error: unknown): void {
  // Deleted here, and not yet committed.
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
