import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { failureTable } from "../src/failures/describe-failure";

const root = join(import.meta.dirname, "../../..");
/** Where refusals a portal can receive are made. */
const sources = ["packages/domain/src", "packages/application/src", "packages/auth/src", "apps/api/src"];
/** Answers to machines and to the operator's shell; no portal ever sees them. */
const forOthers = /^(webhook|platform_fee)\./;

/** Every literal `code: "area.reason"` in the sources of the server. */
function codesOfServer(): string[] {
  const codes = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .flatMap((file) => [
        ...readFileSync(join(root, folder, file), "utf8").matchAll(/code: "([a-z_]+\.[a-z_.]+)"/g),
      ])
      .map(([, code]) => code ?? ""),
  );
  return [...new Set(codes)].filter((code) => !forOthers.test(code)).sort();
}

describe("the table of failures", () => {
  it("finds the server's codes at all", () => {
    expect(codesOfServer()).toContain("milestone.transition_forbidden");
    expect(codesOfServer().length).toBeGreaterThan(20);
  });

  it("has a sentence for every code the server can answer", () => {
    expect(codesOfServer().filter((code) => !Object.hasOwn(failureTable, code))).toEqual([]);
  });
});
