/**
 * A value as JSON that has one form only: no spaces, keys in the order of their UTF-16 code units, numbers that are
 * whole and exact (the rules of RFC 8785, with fractions forbidden). The same value gives the same bytes in UTF-8.
 *
 * @example canonicalJson({ b: 1, a: [null, "x"] }) // '{"a":[null,"x"],"b":1}'
 * @throws RangeError for a number that is not a safe integer: amounts are text.
 * @throws TypeError for what JSON has no word for: undefined, a bigint, a function, a map.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    throw new TypeError("a record holds text, whole numbers, lists and plain objects");
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(",")}}`;
}
