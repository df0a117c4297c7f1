import { expect, test } from "vitest";
import { unusedCheck } from "../../src/checks/unused";
import { makeCheckout } from "./fixture";

async function unused(files: Record<string, string>): Promise<string> {
  const finding = await unusedCheck.run(await makeCheckout(files));
  return finding.ok ? "" : finding.report;
}

const USED = "export const used = 1;\n";
const INDEX = 'export { used } from "./used";\n';

test("code that is used passes", async () => {
  expect(await unused({ "packages/domain/src/index.ts": INDEX, "packages/domain/src/used.ts": USED })).toBe(
    "",
  );
});

test("finds a file, an export and a dependency nobody uses, and one nobody declared", async () => {
  const report = await unused({
    "packages/domain/src/index.ts": `import "zod";\n${INDEX}`,
    "packages/domain/src/used.ts": `${USED}export const spare = 2;\n`,
    "packages/domain/src/orphan.ts": USED,
    "packages/domain/package.json": JSON.stringify({
      name: "@evenshare/domain",
      exports: { ".": "./src/index.ts" },
      dependencies: { "left-pad": "1.0.0" },
    }),
  });
  expect(report).toMatch(/Unused files[\s\S]*packages\/domain\/src\/orphan\.ts/);
  expect(report).toMatch(/Unused exports[\s\S]*spare/);
  expect(report).toMatch(/Unused dependencies[\s\S]*left-pad/);
  expect(report).toMatch(/Unlisted dependencies[\s\S]*zod/);
});
