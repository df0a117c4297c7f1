import { expect, test } from "vitest";
import { lintCheck } from "../../src/checks/lint";
import { makeCheckout } from "./fixture";

const GOOD = "export const answer = 42n;\n";

async function lint(files: Record<string, string>): Promise<string> {
  const finding = await lintCheck.run(await makeCheckout(files));
  return finding.ok ? "" : finding.report;
}

test("a clean tree passes", async () => {
  expect(await lint({ "packages/domain/src/index.ts": GOOD })).toBe("");
});

test.each([
  ["any", "packages/domain/src/index.ts", "export const a: any = 1;\n", "noExplicitAny"],
  [
    "a non-null assertion",
    "packages/ui/src/a.ts",
    "export const f = (x?: string) => x!.length;\n",
    "noNonNullAssertion",
  ],
  [
    "a cast through unknown",
    "packages/ui/src/a.ts",
    "export const s = 1 as unknown as string;\n",
    "No cast through unknown",
  ],
  ["process.env outside env.ts", "apps/api/src/a.ts", "export const p = process.env.PORT;\n", "noProcessEnv"],
  [
    "an unused import",
    "apps/api/src/a.ts",
    'import { join } from "node:path";\n\nexport const a = 1;\n',
    "noUnusedImports",
  ],
  [
    "a promise nobody waits for",
    "apps/api/src/a.ts",
    "async function f() {}\nexport const g = () => {\n  f();\n};\n",
    "noFloatingPromises",
  ],
  ["a default export", "apps/api/src/a.ts", "export default 1;\n", "noDefaultExport"],
  ["a console call", "apps/api/src/a.ts", 'console.log("x");\n', "noConsole"],
  ["a name that is not kebab-case", "apps/api/src/releaseMilestone.ts", GOOD, "useFilenamingConvention"],
  ["a skipped test", "apps/api/src/a.test.ts", 'test.skip("later", () => {});\n', "noSkippedTests"],
  ["single quotes", "apps/api/src/a.ts", "export const a = 'x';\n", "Formatter would have printed"],
  [
    "unsorted imports",
    "apps/api/src/a.ts",
    'import { b } from "node:path";\nimport { a } from "node:fs";\n\nexport { a, b };\n',
    "organizeImports",
  ],
])("finds %s", async (_what, path, content, rule) => {
  expect(await lint({ [path]: content })).toContain(rule);
});

test("allows process.env in env.ts", async () => {
  expect(await lint({ "apps/api/src/env.ts": "export const port = process.env.PORT;\n" })).toBe("");
});

test.each(["Date.now()", "new Date()", "performance.now()"])(
  "finds the ambient clock %s in business code",
  async (clock) => {
    const code = `export const at = ${clock};\n`;
    expect(await lint({ "packages/application/src/a.ts": code })).toContain("No ambient clock");
    expect(await lint({ "packages/domain/src/a.ts": code })).toContain("No ambient clock");
    expect(await lint({ "packages/mail-inbox/src/a.ts": code })).toBe("");
  },
);

test("finds randomness in the domain", async () => {
  expect(await lint({ "packages/domain/src/a.ts": "export const r = Math.random();\n" })).toContain(
    "No randomness",
  );
});
