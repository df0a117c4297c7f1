/** What one comparison found. */
export interface Difference {
  readonly lost?: readonly string[];
  readonly doubled?: readonly string[];
  readonly unended?: readonly string[];
  readonly differences?: readonly string[];
}

/** The product's books, as far as comparisons read them. */
export type Books = Awaited<ReturnType<typeof import("./read-books").readBooks>>;

/** Values that occur more than once. */
export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}
