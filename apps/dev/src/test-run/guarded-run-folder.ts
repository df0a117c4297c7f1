import { spawn } from "node:child_process";
import { Socket } from "node:net";
import { join } from "node:path";
import { openRunFolder, type RunFolder } from "./run-folder";

const TSX = import.meta.resolve("tsx");
const GUARD = join(import.meta.dirname, "run-guard.ts");

/**
 * Like {@link openRunFolder}, with a process beside it that clears the folder away as soon as this one has ended without
 * doing so: by a signal, by kill −9, by an error nobody caught.
 */
export async function openGuardedRunFolder(runsFolder: string): Promise<RunFolder> {
  const folder = await openRunFolder(runsFolder);
  const guard = spawn(process.execPath, ["--import", TSX, GUARD, runsFolder, String(process.pid)], {
    // A session of its own: what ends us from the terminal must not end it.
    detached: true,
    // It sees the end of this pipe whatever ends us.
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return {
    ...folder,
    async remove() {
      await folder.remove();
      guard.kill("SIGKILL");
    },
  };
}
