type Json = unknown;

/**
 * What Stripe puts into `previous_attributes`: the former values of the fields that changed, nested where objects
 * changed inside. Lists are given whole.
 */
export function previousAttributes(before: object, after: object): Record<string, Json> {
  const changed: Record<string, Json> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const was: Json = Reflect.get(before, key);
    const is: Json = Reflect.get(after, key);
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    changed[key] = isPlain(was) && isPlain(is) ? previousAttributes(was, is) : (was ?? null);
  }
  return changed;
}

function isPlain(value: Json): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
