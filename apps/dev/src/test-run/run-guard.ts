import { once } from "node:events";
import { waitForExit } from "@evenshare/database/embedded";
import { clearDeadRuns } from "./run-folder";

/** Waits for the end of the process that started it, `owner`, and clears away what that left in its runs' folder. */
const [runsFolder = "", owner = ""] = process.argv.slice(2);

process.stdin.resume();
await once(process.stdin, "end");
await waitForExit(Number(owner), 60_000);
await clearDeadRuns(runsFolder);
