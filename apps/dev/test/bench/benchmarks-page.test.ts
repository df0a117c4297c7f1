import { expect, test } from "vitest";
import { withTable } from "../../src/bench/benchmarks-page";

const rowOf = (id: string, ours: string) => ({
  id,
  what: "w",
  ours,
  anchor: "1/s",
  ratio: 2,
  target: "≥ 1 ×",
});

test("measured rows take the place of the earlier ones of their id; others, and the prose, stay", () => {
  const empty = "# B\n<!-- rows -->\n<!-- end of rows -->\nprose";
  const first = withTable(empty, [rowOf("P9", "9/s"), rowOf("P1", "1/s")], "then");
  const second = withTable(first, [rowOf("P1", "2/s"), rowOf("P1", "3/s")], "now");
  expect(second.split("\n").slice(3)).toEqual([
    "| --- | --- | ---: | ---: | ---: | --- | --- |",
    "| P1 | w | 2/s | 1/s | 2.00 × | ≥ 1 × | now |",
    "| P1 | w | 3/s | 1/s | 2.00 × | ≥ 1 × | now |",
    "| P9 | w | 9/s | 1/s | 2.00 × | ≥ 1 × | then |",
    "<!-- end of rows -->",
    "prose",
  ]);
  expect(() => withTable("no table", [], "now")).toThrow("no part 'rows'");
});
