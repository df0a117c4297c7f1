import type { CSSProperties } from "react";
import type { Palette } from "./palette";

const sans =
  'Inter, "Inter Variable", -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';
/** The ink of the light palette: the plate under a logo is white in every mail reader. */
const onPlate = "#151b24";
/** Names may be long and without a space. */
const breakAnywhere = { overflowWrap: "anywhere", wordBreak: "break-word" } as const;
const figures = { fontVariantNumeric: "tabular-nums slashed-zero" } as const;

export type Styles = ReturnType<typeof stylesOf>;

/** Inline styles of every part: what all mail readers honour. */
export function stylesOf(palette: Palette) {
  const { ink, muted, hairline, accent } = palette;
  const base: CSSProperties = { margin: 0, fontFamily: sans, ...breakAnywhere };
  const body: CSSProperties = { ...base, fontSize: "15px", lineHeight: "24px", color: ink };
  const small: CSSProperties = { ...base, fontSize: "13px", lineHeight: "20px", color: muted };
  return {
    body: { margin: 0, padding: 0, backgroundColor: palette.paper },
    page: { backgroundColor: palette.paper },
    pageCell: { padding: "32px 16px" },
    container: { maxWidth: "600px", width: "100%" },
    masthead: { ...base, padding: "0 0 14px", fontSize: "15px", lineHeight: "20px", color: ink },
    wordmark: { fontWeight: 650, letterSpacing: "-0.01em" },
    plate: { display: "inline-block", padding: "8px 12px", backgroundColor: "#ffffff", borderRadius: "5px" },
    // The colour and the weight are those of the name that stands here while pictures are off.
    logo: {
      ...base,
      display: "block",
      height: 40,
      maxWidth: "100%",
      objectFit: "contain",
      border: 0,
      fontSize: "15px",
      lineHeight: "40px",
      fontWeight: 650,
      color: onPlate,
    },
    side: { ...small, padding: "0 0 14px", textAlign: "right" },
    card: {
      backgroundColor: palette.surface,
      border: `1px solid ${hairline}`,
      borderTop: `3px solid ${accent}`,
      borderCollapse: "separate",
      borderRadius: "2px",
    },
    cardCell: { padding: "28px 36px 32px" },
    status: { ...base, fontSize: "13px", lineHeight: "20px", fontWeight: 600 },
    heading: {
      ...base,
      padding: "6px 0 0",
      fontSize: "24px",
      lineHeight: "30px",
      fontWeight: 650,
      letterSpacing: "-0.015em",
      color: ink,
    },
    lead: { ...body, padding: "12px 0 0" },
    figureLabel: { ...small, padding: "24px 0 0" },
    figure: {
      ...base,
      ...figures,
      fontSize: "40px",
      lineHeight: "46px",
      fontWeight: 600,
      letterSpacing: "-0.025em",
      color: ink,
    },
    shareKey: { ...small, ...figures, padding: "8px 16px 0 0", display: "inline-block" },
    shareAmount: { color: ink, fontWeight: 600 },
    facts: { marginTop: "24px", borderTop: `1px solid ${hairline}`, tableLayout: "fixed" },
    factLabel: {
      ...small,
      width: "34%",
      padding: "10px 16px 10px 0",
      textAlign: "left",
      verticalAlign: "top",
      fontWeight: 400,
      borderBottom: `1px solid ${hairline}`,
    },
    factValue: {
      ...base,
      ...figures,
      padding: "9px 0 10px",
      fontSize: "15px",
      lineHeight: "22px",
      color: ink,
      textAlign: "right",
      verticalAlign: "top",
      borderBottom: `1px solid ${hairline}`,
    },
    factNote: { ...small, ...figures, display: "block" },
    total: { fontWeight: 650, borderTop: `1px solid ${ink}`, borderBottom: `3px double ${ink}` },
    quote: { marginTop: "24px" },
    quoteCell: { padding: "0 0 0 16px", borderLeft: `2px solid ${hairline}` },
    quoteLabel: { ...small, paddingBottom: "2px" },
    quoteLine: { ...body, minHeight: "12px" },
    next: { marginTop: "28px" },
    nextHeading: { ...base, fontSize: "15px", lineHeight: "22px", fontWeight: 650, color: ink },
    nextLine: { ...body, padding: "6px 0 0" },
    buttonCell: { padding: "28px 0 0" },
    button: {
      fontFamily: sans,
      padding: "13px 22px",
      fontSize: "15px",
      fontWeight: 600,
      borderRadius: "5px",
      backgroundColor: accent,
      color: palette.onAccent,
    },
    address: { ...small, padding: "14px 0 0" },
    link: { color: accent, textDecoration: "underline" },
    footer: { padding: "20px 37px 0" },
    footerLine: { ...small, padding: "0 0 10px" },
  } satisfies Record<string, CSSProperties>;
}
