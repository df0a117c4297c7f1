import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Product } from "./open-product";

/** @throws Error with the end of its log when the API or the worker has ended although nobody killed it. */
export async function expectAlive({ stack }: Product): Promise<void> {
  for (const name of ["api", "worker"] as const) {
    if (stack.pid(name) !== null) continue;
    const log = await readFile(join(stack.dataDir, "logs", `${name}.log`), "utf8");
    throw new Error(`the ${name} ended by itself:\n${log.trim().split("\n").slice(-40).join("\n")}`);
  }
}
