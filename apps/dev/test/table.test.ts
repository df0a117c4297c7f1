import { expect, test } from "vitest";
import { formatTable } from "../src/table";

test("aligns what and where, in sections, without empty ones", () => {
  const table = formatTable("Running", [
    [
      ["Brand portal", "http://127.0.0.1:5101"],
      ["Mailbox", "http://127.0.0.1:5103"],
    ],
    [],
    [["Stop", "Ctrl-C"]],
  ]);
  expect(table.split("\n").map((line) => line.replace(/─+/, "─"))).toEqual([
    "",
    "  Running",
    "  ─",
    "  Brand portal   http://127.0.0.1:5101",
    "  Mailbox        http://127.0.0.1:5103",
    "  ─",
    "  Stop           Ctrl-C",
    "  ─",
    "",
  ]);
});
