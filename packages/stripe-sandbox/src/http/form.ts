import { StripeError } from "./stripe-error";

export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export type FormObject = { [key: string]: FormValue };

type Draft = { value?: string; children?: Map<string, Draft> };

const maxFields = 1000;

/**
 * Reads Stripe's form encoding: `a[b][0]=x` nests, `a[]=x` appends, `a[0][c]=y` makes a list.
 * Used for bodies and query strings alike.
 */
export function decodeForm(encoded: string): FormObject {
  const root: Draft = { children: new Map() };
  let fields = 0;
  for (const [name, value] of new URLSearchParams(encoded)) {
    fields += 1;
    if (fields > maxFields) throw malformed("Too many parameters.");
    place(root, splitName(name), value);
  }
  return toObject(root.children ?? new Map());
}

function splitName(name: string): string[] {
  const open = name.indexOf("[");
  if (open < 0) return [name];
  const head = name.slice(0, open);
  const rest = name.slice(open);
  const keys = [...rest.matchAll(/\[([^[\]]*)\]/g)];
  const matched = keys.reduce((length, key) => length + key[0].length, 0);
  if (head === "" || matched !== rest.length) throw malformed(`Invalid parameter name: ${name}`);
  return [head, ...keys.map((key) => key[1] ?? "")];
}

function place(root: Draft, path: string[], value: string): void {
  let at = root;
  for (const key of path) {
    at.children ??= new Map();
    const name = key === "" ? String(at.children.size) : key;
    let next = at.children.get(name);
    if (next === undefined) {
      next = {};
      at.children.set(name, next);
    }
    at = next;
  }
  at.value = value;
}

function toObject(children: Map<string, Draft>): FormObject {
  // No prototype, so that a parameter called `__proto__` is just another unknown parameter.
  const object: FormObject = Object.create(null);
  for (const [key, draft] of children) object[key] = toValue(draft);
  return object;
}

function toValue(draft: Draft): FormValue {
  if (draft.children === undefined) return draft.value ?? "";
  const isList = [...draft.children.keys()].every((key, index) => key === String(index));
  return isList ? [...draft.children.values()].map(toValue) : toObject(draft.children);
}

function malformed(message: string): StripeError {
  return new StripeError(400, { type: "invalid_request_error", message }, { refusedAtTheDoor: true });
}
