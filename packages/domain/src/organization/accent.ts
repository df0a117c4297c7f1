import { z } from "zod";

/** A colour as #rrggbb, in small letters. */
const hexColour = /^#[0-9a-f]{6}$/;
/** White text on the colour, and the colour as text on white, must be readable (WCAG 2.2 AA). */
const leastContrast = 4.5;

/**
 * The contrast of a colour with white by WCAG: 1 for white itself, 21 for black.
 *
 * @example contrastWithWhite("#000000") // 21
 */
export function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16)),
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05);
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
  .refine((colour) => contrastWithWhite(colour) >= leastContrast, {
    error: "is too pale: white text on it cannot be read. Choose a darker colour",
  });
