import { expect, it } from "vitest";
import { previousAttributes } from "./previous-attributes";

it("names what changed with its former value, nested where only a part did", () => {
  const before = { a: 1, same: [1], list: [1], deep: { x: 1, y: 2 }, gone: "g", was: null };
  const after = { a: 2, same: [1], list: [1, 2], deep: { x: 1, y: 3 }, was: { z: 1 }, fresh: 1 };
  expect(previousAttributes(before, after)).toEqual({
    a: 1,
    list: [1],
    deep: { y: 2 },
    gone: "g",
    was: null,
    fresh: null,
  });
});
