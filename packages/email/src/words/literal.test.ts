import { expect, test } from "vitest";
import { showLine, showName, showPassage, trimTo } from "./literal";

test("R18: line breaks, tabs, direction overrides and other invisible characters are shown, not obeyed", () => {
  expect(showLine("Ada\r\nBcc: all@example.com")).toBe("Ada ↵ Bcc: all@example.com");
  expect(showLine("a\u2028b\u0085c\u000bd")).toBe("a ↵ b ↵ c ↵ d");
  expect(showLine("invoice\u202Efdp.exe")).toBe("invoice[U+202E]fdp.exe");
  expect(showLine("A\u200bda\u0000\tB\u00ad\ufeff.")).toBe("A[U+200B]da[U+0000] B[U+00AD][U+FEFF].");
  expect(showLine("\ud83d lone \udc00")).toBe("\ufffd lone \ufffd");
});

test("emoji, joined scripts and flags stay as they are", () => {
  for (const whole of ["👩‍🌾 Wiesen Farm", "می‌خواهم", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "O'Néill & Søn <3"])
    expect(showLine(whole)).toBe(whole);
});

test("a right-to-left name is kept apart from the amounts around it", () => {
  expect(showName("استوديو آدا").full).toBe("\u2068استوديو آدا\u2069");
  expect(showName("Studio Ada").full).toBe("Studio Ada");
});

test("R18: ten thousand characters are kept whole for the facts and cut for sentences", () => {
  const { full, short } = showName("x".repeat(10_000));
  expect(full).toBe("x".repeat(10_000));
  expect(short).toBe(`${"x".repeat(60)}…`);
});

test("cutting never halves an emoji, prefers a space and bounds stacked marks", () => {
  expect(trimTo("👩‍🌾👩‍🌾👩‍🌾", 2)).toBe("👩‍🌾👩‍🌾…");
  expect(trimTo("The harvest film series of the valley", 25)).toBe("The harvest film series…");
  expect(trimTo("short", 5)).toBe("short");
  expect(trimTo(`Z${"\u0337".repeat(5_000)}algo`, 10).length).toBeLessThanOrEqual(81);
});

test("a passage keeps its lines, with no more than one empty line between them", () => {
  expect(showPassage("\n\none\r\n\n\n\ntwo\u202e")).toEqual(["one", "", "two[U+202E]"]);
});
