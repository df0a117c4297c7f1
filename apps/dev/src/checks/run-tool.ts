import { spawn } from "node:child_process";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { childEnv } from "../env";
import { repositoryRoot } from "../repository";

/** What a command-line tool answered. */
export interface ToolResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a tool installed at the root of this repository, in the folder `cwd`. Rejects only when it
 * cannot be started; a non-zero exit code is an answer like any other.
 */
export async function runTool(name: string, args: readonly string[], cwd: string): Promise<ToolResult> {
  const child = spawn(join(repositoryRoot, "node_modules/.bin", name), args, {
    cwd,
    env: childEnv(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
  const [stdout, stderr, code] = await Promise.all([buffer(child.stdout), buffer(child.stderr), exited]);
  return { code, stdout: stdout.toString("utf8"), stderr: stderr.toString("utf8") };
}

/** Both streams, for a report. */
export function outputOf({ stdout, stderr }: ToolResult): string {
  return [stdout, stderr]
    .map((text) => text.trim())
    .filter(Boolean)
    .join("\n");
}
