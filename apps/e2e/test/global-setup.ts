import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type {} from "vitest";
import type { TestProject } from "vitest/node";
import { type WorldFacts, worldFacts } from "../src/world/world-facts";

declare module "vitest" {
  export interface ProvidedContext {
    world: WorldFacts;
  }
}

/** One product and one browser for all journeys, held by a process of their own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const main = join(import.meta.dirname, "../src/main.ts");
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    cwd: join(import.meta.dirname, ".."),
    stdio: ["pipe", "pipe", "inherit"],
  });
  project.provide("world", await readFacts(child));
  return async () => {
    const ended = once(child, "exit");
    child.stdin?.end();
    await ended;
  };
}

async function readFacts(child: ChildProcess): Promise<WorldFacts> {
  const lines = child.stdout === null ? null : createInterface(child.stdout);
  const gone = once(child, "exit").then(() => null);
  const line = await Promise.race([lines && once(lines, "line"), gone]);
  if (line === null) throw new Error("The product for the journeys did not start.");
  return worldFacts.parse(JSON.parse(String(line[0])));
}
