import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next";

describe("safeNext", () => {
  it.each(["/milestones/1?funding=2", "/held-funds", "/"])("follows %s", (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    null,
    "",
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "milestones",
    "/sign-in?next=/",
    "javascript:alert(1)",
  ])("goes home instead of to %s", (next) => {
    expect(safeNext(next)).toBe("/");
  });
});
