/** Stands for what cannot be printed. */
export const unprintable = "□";

/**
 * A text as it can be printed: composed, on one line, with {@link unprintable} in the place of every character that the
 * fonts lack or that would change the order of others without being seen.
 *
 * @example printable("Łódź 中", hasGlyph) // "Łódź □"
 */
export function printable(text: string, hasGlyph: (codePoint: number) => boolean): string {
  const composed = text.normalize("NFC").replace(/\s+/gu, " ");
  return Array.from(composed, (char) =>
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u.test(char) || !hasGlyph(char.codePointAt(0) ?? 0) ? unprintable : char,
  ).join("");
}
