import { z } from "zod";

/** A colour as #rrggbb, in small letters. */
const hexColour = /^#[0-9a-f]{6}$/;
/** Text must be readable on its ground (WCAG 2.2 AA). */
export const leastContrast = 4.5;

/**
 * The contrast of two colours by WCAG: 1 for the same one, 21 for black and white.
 *
 * @example contrastOf("#000000", "#ffffff") // 21
 */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16)),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** One channel of sRGB, 0 to 255, as light. */
function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** An accent colour that white text can be read on. */
export const accentColour = z
  .string()
  .toLowerCase()
  .regex(hexColour, "is not a colour, such as #1f3a8a")
  .refine((colour) => contrastOf(colour, "#ffffff") >= leastContrast, {
    error: "is too pale: white text on it cannot be read. Choose a darker colour",
  });
