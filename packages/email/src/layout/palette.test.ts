import { describe, expect, test } from "vitest";
import { type Palette, palettes } from "./palette";

const cases = Object.entries(palettes).flatMap(([side, themes]) =>
  Object.entries(themes).map(([theme, palette]): [string, Palette] => [`${side}, ${theme}`, palette]),
);

describe.each(cases)("%s", (_name, palette) => {
  test("text reaches 4.5:1 on its ground", () => {
    for (const text of ["ink", "muted", "accent", "heldText", "releasedText", "riskText"] as const) {
      expect(contrast(palette[text], palette.surface), text).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(palette.muted, palette.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.ink, palette.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
  });
});

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours. */
function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
