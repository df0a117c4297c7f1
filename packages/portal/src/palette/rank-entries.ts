/**
 * Those whose words hold every word of the text: first the ones that begin with it, then the ones in which a word
 * does, then the rest; among equals the order stays.
 */
export function rankEntries<Entry extends { readonly label: string; readonly detail?: string | undefined }>(
  entries: readonly Entry[],
  text: string,
): Entry[] {
  const sought = fold(text);
  if (sought === "") return [...entries];
  const words = sought.split(" ");
  return entries
    .map((entry) => ({ entry, rank: rankOf(fold(entry.label), fold(entry.detail ?? ""), sought, words) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

const noMatch = 3;

function rankOf(label: string, detail: string, sought: string, words: readonly string[]): number {
  if (label.startsWith(sought)) return 0;
  if (` ${label}`.includes(` ${sought}`)) return 1;
  const all = `${label} ${detail}`;
  return words.every((word) => all.includes(word)) ? 2 : noMatch;
}

/** Accents, case and punctuation do not tell entries apart: "Café · Göteborg" is found by "cafe goteborg". */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLocaleLowerCase();
}
