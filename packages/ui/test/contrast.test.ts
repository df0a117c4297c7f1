import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, type Oklch } from "./oklch";

const css = readFileSync(new URL("../src/styles/tokens.css", import.meta.url), "utf8");
const [brandCss = "", producerCss = ""] = css.split(':root[data-portal="producer"]');
const brand = readTokens(brandCss);
const portals = { brand, producer: { ...brand, ...readTokens(producerCss) } };

type Theme = "light" | "dark";
type Tokens = Record<string, Record<Theme, Oklch>>;

function readTokens(source: string): Tokens {
  const tokens: Tokens = {};
  const declaration = /--([\w-]+): light-dark\(oklch\(([\d. ]+)\), oklch\(([\d. ]+)\)\);/g;
  for (const [, name = "", light = "", dark = ""] of source.matchAll(declaration)) {
    tokens[name] = { light: readColour(light), dark: readColour(dark) };
  }
  return tokens;
}

function readColour(text: string): Oklch {
  const [lightness = Number.NaN, chroma = Number.NaN, hue = Number.NaN] = text.split(" ").map(Number);
  return [lightness, chroma, hue];
}

function ratio(tokens: Tokens, theme: Theme, front: string, back: string): number {
  const colours = [tokens[front]?.[theme], tokens[back]?.[theme]];
  const [a, b] = colours;
  if (a === undefined || b === undefined) throw new Error(`no token ${a === undefined ? front : back}`);
  return contrast(a, b);
}

const grounds = ["paper", "surface", "sunken"];
const states = ["held", "released", "refunded", "risk"];
const textPairs = [
  ...["ink", "muted", "accent", ...states.map((state) => `${state}-text`)].flatMap((text) =>
    grounds.map((ground) => [text, ground]),
  ),
  ...states.flatMap((state) => ["ink", "muted", `${state}-text`].map((text) => [text, `${state}-soft`])),
  ...["ink", "muted", "accent"].map((text) => [text, "accent-soft"]),
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["on-risk", "risk"],
  ["paper", "ink"],
];
const edgePairs = ["control", "accent", ...states.map((state) => `${state}-text`)].flatMap((edge) =>
  grounds.map((ground) => [edge, ground]),
);

describe.each(Object.entries(portals))("colours of the %s portal", (_portal, tokens) => {
  describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
    it.each(textPairs)("%s is readable on %s", (front = "", back = "") => {
      expect(ratio(tokens, theme, front, back)).toBeGreaterThanOrEqual(4.5);
    });

    it.each(edgePairs)("%s can be told from %s as an edge", (front = "", back = "") => {
      expect(ratio(tokens, theme, front, back)).toBeGreaterThanOrEqual(3);
    });
  });
});

describe("the computation", () => {
  it("gives 21 for black on white and knows that plain amber is no text colour", () => {
    expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1);
    expect(ratio(brand, "light", "held", "paper")).toBeLessThan(3);
  });
});
