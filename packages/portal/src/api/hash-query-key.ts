/**
 * Names a query key as text: equal keys in equal words, whatever the order of an object's members. Unlike the
 * library's own it takes amounts, which are bigints, and keeps them apart from numbers and texts.
 */
export function hashQueryKey(key: readonly unknown[]): string {
  return JSON.stringify(key, (_name, value: unknown) => {
    if (typeof value === "bigint") return { bigint: value.toString() };
    return isPlain(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  });
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
