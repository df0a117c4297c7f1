import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Check } from "./check";
import { outputOf, runTool } from "./run-tool";

const manifestSchema = z.object({ scripts: z.record(z.string(), z.string()) });

/** The Prisma schema and the migrations describe the same database. */
export const schemaDriftCheck: Check = {
  name: "schema drift",
  async run(root) {
    // turbo calls a task that no workspace has a success.
    const manifest = await readFile(join(root, "packages/database/package.json"), "utf8");
    if (!manifestSchema.parse(JSON.parse(manifest)).scripts["check:drift"]) {
      return { ok: false, report: "packages/database has no script check:drift: nothing was checked." };
    }
    const result = await runTool("turbo", ["run", "check:drift", "--output-logs=errors-only"], root);
    return result.code === 0 ? { ok: true } : { ok: false, report: outputOf(result) };
  },
};
