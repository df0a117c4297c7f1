import type { Check } from "./check";
import { outputOf, runTool } from "./run-tool";

/** Files, exports and dependencies nobody uses, and used ones nobody declared: knip. */
export const unusedCheck: Check = {
  name: "unused code",
  async run(root) {
    const result = await runTool(
      "knip",
      ["--no-progress", "--no-config-hints", "--config", ".knip.jsonc"],
      root,
    );
    return result.code === 0 ? { ok: true } : { ok: false, report: outputOf(result) };
  },
};
