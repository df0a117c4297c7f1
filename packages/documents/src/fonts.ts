import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create } from "fontkit";

const { resolve } = createRequire(import.meta.url);
const files = [
  resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
  resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
];

/** The letters of every document, in the weights that are used. They come with the product, not from the machine. */
export function readFonts(): Buffer[] {
  return files.map((file) => readFileSync(file));
}

/** Whether all the fonts have a glyph for a code point. */
export function readCoverage(fonts: readonly Buffer[]): (codePoint: number) => boolean {
  const opened = fonts.map((bytes) => {
    const font = create(bytes);
    if (!("hasGlyphForCodePoint" in font)) throw new Error("a font file holds several fonts");
    return font;
  });
  return (codePoint) => opened.every((font) => font.hasGlyphForCodePoint(codePoint));
}
