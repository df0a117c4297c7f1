import type { Check } from "./check";
import { outputOf, runTool } from "./run-tool";

/** Every workspace type-checks; unchanged ones come from turbo's cache. */
export const typeCheck: Check = {
  name: "types",
  async run(root) {
    const result = await runTool(
      "turbo",
      ["run", "typecheck", "--output-logs=errors-only", "--continue"],
      root,
    );
    return result.code === 0 ? { ok: true } : { ok: false, report: outputOf(result) };
  },
};
