import { cp, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { schemaDriftCheck } from "../../src/checks/schema-drift";
import { typeCheck } from "../../src/checks/types";
import { repositoryRoot } from "../../src/repository";
import { hasPnpm } from "../has-pnpm";
import { makeCheckout } from "./fixture";

/** A checkout whose one workspace has the given code and scripts, with this repository's tools. */
async function makeBuildable(code: string, scripts: Record<string, string>): Promise<string> {
  const root = await makeCheckout({
    "packages/database/src/index.ts": code,
    "packages/database/tsconfig.json": '{ "extends": "../../tsconfig.base.json", "include": ["src"] }\n',
    "packages/database/package.json": JSON.stringify({
      name: "@evenshare/database",
      type: "module",
      scripts,
    }),
  });
  for (const name of ["turbo.json", "tsconfig.base.json", "pnpm-lock.yaml"]) {
    await cp(join(repositoryRoot, name), join(root, name));
  }
  await writeFile(join(root, "pnpm-workspace.yaml"), "packages: [packages/*]\npmOnFail: ignore\n");
  await writeFile(
    join(root, "package.json"),
    '{ "name": "fixture", "private": true, "packageManager": "pnpm@12.21.0" }\n',
  );
  for (const name of [".bin", "@types", "typescript"]) {
    await symlink(join(repositoryRoot, "node_modules", name), join(root, "node_modules", name));
  }
  return root;
}

const TSC = `${join(repositoryRoot, "node_modules/.bin/tsc")} --noEmit -p tsconfig.json`;

test.runIf(hasPnpm)("finds a wrong type", async () => {
  const good = await makeBuildable("export const amount: bigint = 1n;\n", { typecheck: TSC });
  expect(await typeCheck.run(good)).toEqual({ ok: true });

  const bad = await makeBuildable("export const amount: bigint = 1;\n", { typecheck: TSC });
  expect(await typeCheck.run(bad)).toMatchObject({ ok: false, report: expect.stringContaining("TS2322") });
});

test.runIf(hasPnpm)("passes on what the drift check finds", async () => {
  const bad = await makeBuildable("", { "check:drift": "echo column missing && exit 1" });
  expect(await schemaDriftCheck.run(bad)).toMatchObject({
    ok: false,
    report: expect.stringContaining("column missing"),
  });
});

test("a drift check that is not there is no success", async () => {
  const root = await makeBuildable("", {});
  expect(await schemaDriftCheck.run(root)).toMatchObject({
    ok: false,
    report: expect.stringContaining("nothing was checked"),
  });
});
