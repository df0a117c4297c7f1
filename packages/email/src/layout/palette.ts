import type { OrganizationKind } from "@evenshare/domain";

/** The design language's colours as sRGB, which mail readers understand; OKLCH they mostly do not. */
export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly hairline: string;
  readonly held: string;
  readonly heldText: string;
  readonly released: string;
  readonly releasedText: string;
  readonly riskText: string;
  /** The part that is still to fund: an empty column of the ledger. */
  readonly open: string;
  readonly accent: string;
  readonly onAccent: string;
}

const light = {
  paper: "#fbfaf7",
  surface: "#ffffff",
  ink: "#151b24",
  muted: "#595e66",
  hairline: "#dfdeda",
  held: "#e3ad4b",
  heldText: "#895709",
  released: "#349d62",
  releasedText: "#106c3e",
  riskText: "#b32322",
  open: "#f4f3f0",
};

const dark = {
  paper: "#0d1013",
  surface: "#16181d",
  ink: "#efeeeb",
  muted: "#9b9fa5",
  hairline: "#2b2e33",
  held: "#e3ad4b",
  heldText: "#edbb64",
  released: "#349d62",
  releasedText: "#65c98c",
  riskText: "#f7857d",
  open: "#22252b",
};

/** Ink blue for brands, deep green for producers. */
export const palettes: Record<OrganizationKind, { readonly light: Palette; readonly dark: Palette }> = {
  brand: {
    light: { ...light, accent: "#26529c", onAccent: "#ffffff" },
    dark: { ...dark, accent: "#82acf0", onAccent: "#0a1018" },
  },
  producer: {
    light: { ...light, accent: "#056641", onAccent: "#ffffff" },
    dark: { ...dark, accent: "#6dc799", onAccent: "#08120c" },
  },
};
