import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { importCheck } from "../../src/checks/imports";
import { makeCheckout } from "./fixture";

const INDEX = "export const value = 1;\nexport type Value = typeof value;\n";
const ALL = [
  "domain",
  "database",
  "auth",
  "application",
  "payments",
  "email",
  "runtime",
  "dev-clock",
  "testing",
  "stripe-sandbox",
  "mail-inbox",
  "ui",
  "portal",
].map((name) => `packages/${name}`);
const APPS = ["api", "worker", "cli", "brand", "producer", "dev"].map((name) => `apps/${name}`);

const everyWorkspace = Object.fromEntries(
  [...ALL, ...APPS].map((folder) => [`${folder}/src/index.ts`, INDEX]),
);

async function check(files: Record<string, string>): Promise<string> {
  const finding = await importCheck.run(await makeCheckout({ ...everyWorkspace, ...files }));
  return finding.ok ? "" : finding.report;
}

const importing = (name: string) =>
  `import { value } from "@evenshare/${name}";\n\nexport const here = value;\n`;
const importingType = (name: string) =>
  `import type { Value } from "@evenshare/${name}";\n\nexport type Here = Value;\n`;

test("what the table allows passes", async () => {
  expect(
    await check({
      "packages/database/src/a.ts": importing("domain"),
      "packages/application/src/a.ts": importing("database"),
      "packages/payments/src/a.ts": importingType("application"),
      "packages/email/src/a.ts": importingType("application"),
      "packages/runtime/src/a.ts": importing("payments"),
      "packages/ui/src/a.tsx": importing("domain"),
      "packages/portal/src/a.tsx": importingType("api"),
      "packages/payments/src/a.test.ts": importing("stripe-sandbox"),
      "apps/api/src/a.ts": importing("auth"),
      "apps/brand/src/a.tsx": importing("portal"),
    }),
  ).toBe("");
});

test("finds a cycle, also one of types only", async () => {
  const report = await check({
    "packages/domain/src/a.ts": 'import type { B } from "./b";\n\nexport type A = B | 1;\n',
    "packages/domain/src/b.ts": 'import type { A } from "./a";\n\nexport type B = A | 2;\n',
  });
  expect(report).toContain(
    "no-cycles: packages/domain/src/a.ts → packages/domain/src/b.ts → packages/domain/src/a.ts",
  );
});

test.each([
  ["../../database/src/index", "no-path-into-another-package"],
  ["@evenshare/database/src/index", "no-unresolvable"],
  ["./not-there", "no-unresolvable"],
])("finds a way around the front door: %s", async (specifier, rule) => {
  const code = `import { value } from "${specifier}";\n\nexport const here = value;\n`;
  expect(await check({ "packages/application/src/a.ts": code })).toContain(rule);
});

test("finds tests in production, Node in the browser and in the domain", async () => {
  const node = 'import { join } from "node:path";\n\nexport const here = join("a", "b");\n';
  const report = await check({
    "packages/application/src/a.ts": 'import { value } from "./a.test";\n\nexport const here = value;\n',
    "packages/application/src/a.test.ts": INDEX,
    "packages/domain/src/a.ts": node,
    "packages/portal/src/a.tsx": node,
  });
  expect(report).toContain("no-tests-in-production: packages/application/src/a.ts");
  expect(report).toContain("domain-has-no-node: packages/domain/src/a.ts");
  expect(report).toContain("browser-has-no-node: packages/portal/src/a.tsx");
});

const FORBIDDEN_WORKSPACES = [
  ["packages/domain/src/a.ts", "database", "imports-of-packages-domain"],
  ["packages/database/src/a.ts", "application", "imports-of-packages-database"],
  ["packages/application/src/a.ts", "payments", "imports-of-packages-application"],
  ["packages/payments/src/a.ts", "email", "imports-of-packages-payments"],
  ["packages/payments/src/a.ts", "application", "only-types-for-packages-payments"],
  ["packages/email/src/a.ts", "payments", "imports-of-packages-email"],
  ["packages/runtime/src/a.ts", "auth", "imports-of-packages-runtime"],
  ["packages/runtime/src/a.ts", "stripe-sandbox", "imports-of-packages-runtime"],
  ["packages/ui/src/a.tsx", "portal", "imports-of-packages-ui"],
  ["packages/portal/src/a.tsx", "api", "only-types-for-packages-portal"],
  ["packages/portal/src/a.tsx", "database", "imports-of-packages-portal"],
  ["apps/brand/src/a.tsx", "producer", "imports-of-apps-brand"],
  ["apps/brand/src/a.tsx", "application", "imports-of-apps-brand"],
  ["apps/api/src/a.ts", "stripe-sandbox", "imports-of-apps-api"],
  ["apps/worker/src/a.ts", "dev-clock", "imports-of-apps-worker"],
  ["apps/api/src/a.ts", "testing", "imports-of-apps-api"],
  ["apps/dev/src/a.ts", "mail-inbox", "imports-of-apps-dev"],
  ["packages/domain/src/a.test.ts", "database", "imports-of-packages-domain-tests"],
  ["packages/ui/src/a.test.tsx", "database", "imports-of-packages-ui-tests"],
] as const;

const FORBIDDEN_FROM_NPM = [
  ["packages/application/src/a.ts", "stripe", "stripe-only-in-payments"],
  ["packages/stripe-sandbox/src/a.ts", "stripe", "stripe-only-in-payments-but-types"],
  ["apps/api/src/a.ts", "@prisma/client", "prisma-only-in-database"],
  ["packages/application/src/a.ts", "pg", "no-sql-in-transport-and-rules"],
  ["apps/worker/src/a.ts", "nodemailer", "smtp-only-in-email"],
  ["packages/application/src/a.ts", "hono", "http-only-in-servers"],
  ["packages/ui/src/a.tsx", "@trpc/client", "ui-has-no-data"],
  ["packages/runtime/src/a.ts", "react", "no-react-on-the-server"],
  ["packages/domain/src/a.ts", "left-pad", "domain-is-pure"],
] as const;

describe("each forbidden import", () => {
  let report: string;

  /** `…/src/a.ts` becomes a file of its own, so that one run covers the whole table. */
  const fileFor = (path: string, name: string) => path.replace("/a.", `/${name.replaceAll(/\W/g, "-")}.`);

  beforeAll(async () => {
    const files: Record<string, string> = {};
    for (const [path, name] of FORBIDDEN_WORKSPACES) files[fileFor(path, name)] = importing(name);
    for (const [path, name] of FORBIDDEN_FROM_NPM) {
      files[fileFor(path, name)] = `import { thing } from "${name}";\n\nexport const here = thing;\n`;
      files[`node_modules/${name}/package.json`] = `{ "name": "${name}", "main": "index.js" }`;
      files[`node_modules/${name}/index.js`] = "exports.thing = 1;\n";
    }
    report = await check(files);
  });

  test.each([...FORBIDDEN_WORKSPACES, ...FORBIDDEN_FROM_NPM])("%s may not import %s", (path, name, rule) => {
    expect(report).toContain(`${rule}: ${fileFor(path, name)} →`);
  });
});

test("finds a workspace that the table does not know", async () => {
  const report = await check({ "packages/drawer/src/index.ts": importing("domain") });
  expect(report).toContain("workspace-without-rules: packages/drawer/src/index.ts");
});

test("fails when it cruised nothing", async () => {
  const finding = await importCheck.run(
    await makeCheckout({ "apps/api/README.md": "no code\n", "packages/ui/README.md": "no code\n" }),
  );
  expect(finding).toEqual({ ok: false, report: "No modules were cruised: nothing was checked." });
});

test("fails when a file was left out", async () => {
  const root = await makeCheckout({ ...everyWorkspace, "packages/auth/src/a.ts": importing("domain") });
  await rename(join(root, ".dependency-cruiser.cjs"), join(root, "rules.cjs"));
  await writeFile(
    join(root, ".dependency-cruiser.cjs"),
    `const rules = require("./rules.cjs");
     module.exports = { ...rules, options: { ...rules.options, exclude: { path: "apps/api" } } };`,
  );
  expect(await importCheck.run(root)).toEqual({
    ok: false,
    report: "apps/api/src/index.ts was not cruised: its imports are unchecked.",
  });
});
