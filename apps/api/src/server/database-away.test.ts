import { describe, expect, it } from "vitest";
import { isDatabaseAway } from "./database-away";

const coded = (code: string) => Object.assign(new Error("x"), { code });

describe("a database that is away", () => {
  it.each(["ECONNREFUSED", "ECONNRESET", "57P01", "57P03", "08006", "P1001"])("is told by %s", (code) => {
    expect(isDatabaseAway(coded(code))).toBe(true);
  });

  it.each([
    new Error("Connection terminated unexpectedly"),
    new Error("outer", { cause: new Error("middle", { cause: coded("ECONNREFUSED") }) }),
    new AggregateError([coded("ECONNREFUSED"), coded("ECONNREFUSED")]),
  ])("is told by %s", (error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each(["23505", "40001", "22003", "42P01"])("is not told by %s: the database answered", (code) => {
    expect(isDatabaseAway(coded(code))).toBe(false);
  });
});
