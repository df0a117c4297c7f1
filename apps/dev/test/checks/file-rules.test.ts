import { expect, test } from "vitest";
import { fileRulesCheck } from "../../src/checks/file-rules";
import { makeCheckout } from "./fixture";

async function check(path: string, content: string): Promise<string> {
  const finding = await fileRulesCheck.run(await makeCheckout({ [path]: content }));
  return finding.ok ? "" : finding.report;
}

test("an ordinary file passes", async () => {
  expect(await check("packages/domain/src/money.ts", "export const a = 1;\n".repeat(300))).toBe("");
});

test.each([
  ["a drawer", "packages/domain/src/utils/money.ts", "", "noDrawers"],
  ["a drawer by file name", "packages/domain/src/money.helpers.ts", "", "noDrawers"],
  ["a long file", "packages/domain/src/money.ts", "export const a = 1;\n".repeat(301), "staysSmall"],
  ["an open end", "packages/domain/src/money.ts", `// ${"TO"}DO round\n`, "leavesNothingOpen"],
  ["a silenced compiler", "packages/domain/src/money.ts", `// @ts-${"ignore"}\n`, "suppressesWithReason"],
  [
    "a retried test",
    "packages/domain/src/money.test.ts",
    `test("x", { ${"ret"}ry: 2 }, () => {});\n`,
    "setsEachTestFree",
  ],
])("finds %s", async (_what, path, content, rule) => {
  expect(await check(path, content)).toContain(`${rule}: ${path}`);
});
