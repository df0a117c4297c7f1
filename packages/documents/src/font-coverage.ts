import { create } from "fontkit";

/** Whether all the fonts have a glyph for a code point. */
export function readCoverage(fonts: readonly Buffer[]): (codePoint: number) => boolean {
  const opened = fonts.map((bytes) => {
    const font = create(bytes);
    if (!("hasGlyphForCodePoint" in font)) throw new Error("a font file holds several fonts");
    return font;
  });
  return (codePoint) => opened.every((font) => font.hasGlyphForCodePoint(codePoint));
}
