import type { Check } from "./check";
import { outputOf, runTool } from "./run-tool";

/** Format, lint, file names: biome with the settings of the checkout. */
export const lintCheck: Check = {
  name: "format and lint",
  async run(root) {
    const result = await runTool(
      "biome",
      ["check", "--max-diagnostics=40", "--error-on-warnings", "."],
      root,
    );
    return result.code === 0
      ? { ok: true }
      : { ok: false, report: `${outputOf(result)}\nMany of these are repaired by: pnpm format` };
  },
};
