/** Half of a character that takes two code units; no encoding knows it alone. */
const loneSurrogate = /\p{Surrogate}/u;

/**
 * Where in a parsed input text stands that PostgreSQL cannot keep (NUL, half a character), as a path; null when nowhere.
 *
 * @example findUnstorableText({ criteria: ["fine", "nul\0"] }) // "criteria.1"
 */
export function findUnstorableText(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === "string") {
    return value.includes("\0") || loneSurrogate.test(value) ? path.join(".") : null;
  }
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = findUnstorableText(inner, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}
