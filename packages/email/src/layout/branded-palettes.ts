import { contrastOf, leastContrast, type OrganizationKind } from "@evenshare/domain";
import { type Palette, palettes } from "./palette";

const steps = 20;
const black = "#000000";
const white = "#ffffff";

/**
 * The palettes of a side with an organization's own colour in them. Where it cannot be read on its ground it is darkened
 * on light ones and lightened on dark ones, just as far as needed; what is no colour leaves the side's own.
 */
export function brandedPalettes(
  side: OrganizationKind,
  accent: string | null,
): { readonly light: Palette; readonly dark: Palette } {
  const own = palettes[side];
  if (accent === null || !/^#[0-9a-f]{6}$/i.test(accent)) return own;
  return { light: withAccent(own.light, accent, black), dark: withAccent(own.dark, accent, white) };
}

function withAccent(palette: Palette, accent: string, towards: string): Palette {
  const tones = Array.from({ length: steps + 1 }, (_unused, step) => mix(accent, towards, step / steps));
  const readable = (tone: string) =>
    [palette.surface, palette.paper].every((ground) => contrastOf(tone, ground) >= leastContrast);
  const tone = tones.find(readable);
  if (tone === undefined) return palette;
  // One of the two always can be read: their contrasts multiply to 21.
  const onAccent = contrastOf(tone, white) >= leastContrast ? white : black;
  return { ...palette, accent: tone, onAccent };
}

/** `share` of the second colour in the first, 0 to 1. */
function mix(colour: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [from, to] = [colour, other].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.round((from ?? 0) * (1 - share) + (to ?? 0) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${channels.join("")}`;
}
