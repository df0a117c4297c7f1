import { spawn } from "node:child_process";
import { startEmbeddedPostgres } from "@evenshare/database/embedded";
import { noteProcess } from "../../src/processes/process-note";
import { openGuardedRunFolder } from "../../src/test-run/guarded-run-folder";
import { openRunFolder } from "../../src/test-run/run-folder";

// A run that a test kills: a cluster, a suite that never ends, and below it a process of its own.
const [runsFolder = "", guarded] = process.argv.slice(2);
const folder = await (guarded === "guarded" ? openGuardedRunFolder : openRunFolder)(runsFolder);
const { pid: postgres } = await startEmbeddedPostgres({ dataDir: folder.clusterDir, persistent: false });
const suite = spawn("sh", ["-c", "sleep 600 & echo $!; wait"], {
  stdio: ["ignore", "pipe", "inherit"],
  detached: true,
});
await noteProcess(folder.childNote, suite.pid ?? 0);
suite.stdout.once("data", (grandchild: Buffer) => {
  const pids = [postgres, suite.pid, Number(String(grandchild))];
  process.stdout.write(`${JSON.stringify({ path: folder.path, pids })}\n`);
});
