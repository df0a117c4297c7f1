import { z } from "zod";
import type { FormObject } from "./form";
import { invalidParameter, type StripeError } from "./stripe-error";

/** Stripe's limit on one amount: eight digits of minor units (twelve for some currencies, not used here). */
export const largestAmount = 99_999_999;

export const text = () => z.string().max(5000);

/** A string that may be emptied: '' unsets and reads as null. */
export const unsettable = () => text().transform((value) => (value === "" ? null : value));

export const integer = (least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, { error: "not_an_integer" })
    .transform(Number)
    .pipe(z.number().min(least).max(most));

/** An amount in minor units, at least 1. */
export const amount = () => integer(1, largestAmount);

export const flag = () => z.enum(["true", "false"]).transform((value) => value === "true");

export const timestamp = () => integer(0);

export const currency = () =>
  z
    .string()
    .transform((value) => value.toLowerCase())
    .pipe(z.string().regex(/^[a-z]{3}$/));

/** Metadata to merge: an empty value removes its key, '' as a whole removes all keys. */
export const metadata = () =>
  z.union([z.literal("").transform(() => null), z.record(z.string().max(40), z.string().max(500))]);

const expand = () => z.array(z.string().max(200)).max(50);

export const range = () =>
  z.union([
    timestamp().transform((at) => ({ gte: at, lte: at })),
    z.strictObject({
      gt: timestamp().optional(),
      gte: timestamp().optional(),
      lt: timestamp().optional(),
      lte: timestamp().optional(),
    }),
  ]);
export type Range = z.output<ReturnType<typeof range>>;

export const address = () =>
  z.strictObject({
    city: unsettable().optional(),
    country: unsettable().optional(),
    line1: unsettable().optional(),
    line2: unsettable().optional(),
    postal_code: unsettable().optional(),
    state: unsettable().optional(),
  });

/** Parameters of an endpoint; anything not named is `parameter_unknown`. */
export const params = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ ...shape, expand: expand().optional() });

/** Parameters of a list endpoint, with Stripe's cursors. */
export const listParams = <T extends z.ZodRawShape>(shape: T) =>
  params({
    ...shape,
    limit: integer(1, 100).optional(),
    starting_after: text().optional(),
    ending_before: text().optional(),
  });

/** Parses request parameters or throws the error Stripe would answer. */
export function parseParams<S extends z.ZodType>(schema: S, raw: FormObject): z.output<S> {
  const parsed = schema.safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue === undefined) throw new Error("a failed parse without an issue");
  throw toStripeError(issue, raw);
}

type Issue = z.core.$ZodIssue;

function toStripeError(issue: Issue, raw: FormObject): StripeError {
  if (issue.code === "invalid_union") {
    const inner = closestIssue(issue.errors, issue.path);
    if (inner !== null) return toStripeError(inner, raw);
  }
  const param = paramName(issue.path.map(String));
  if (issue.code === "unrecognized_keys") {
    const name = paramName([...issue.path.map(String), issue.keys[0] ?? ""]);
    return invalidParameter(`Received unknown parameter: ${name}`, "parameter_unknown", name);
  }
  if (isMissing(issue.path, raw)) {
    return invalidParameter(`Missing required param: ${param}.`, "parameter_missing", param);
  }
  return invalidValue(issue, param);
}

function invalidValue(issue: Issue, param: string): StripeError {
  const shown = typeof issue.input === "object" ? "(object)" : String(issue.input);
  if (issue.message === "not_an_integer") {
    return invalidParameter(`Invalid integer: ${shown}`, "parameter_invalid_integer", param);
  }
  if (issue.code === "too_small" && issue.origin === "number") {
    const message = `This value must be greater than or equal to ${issue.minimum}.`;
    return invalidParameter(message, "parameter_invalid_integer", param);
  }
  if (issue.code === "too_big" && issue.origin === "number") {
    const code = issue.maximum === largestAmount ? "amount_too_large" : "parameter_invalid_integer";
    return invalidParameter(`This value must be less than or equal to ${issue.maximum}.`, code, param);
  }
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map(String).join(", ");
    return invalidParameter(`Invalid ${param}: must be one of ${allowed}`, "parameter_invalid_enum", param);
  }
  if (shown === "") {
    const message = `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset.`;
    return invalidParameter(message, "parameter_invalid_empty", param);
  }
  return invalidParameter(`Invalid value for ${param}: ${shown}`, "parameter_invalid", param);
}

/** Of the failures of a union's members, the one that got furthest into the value. */
function closestIssue(alternatives: Issue[][], path: PropertyKey[]): Issue | null {
  const firsts = alternatives.flatMap((issues) => issues.slice(0, 1));
  const deepest = firsts.sort((left, right) => right.path.length - left.path.length)[0];
  return deepest === undefined ? null : { ...deepest, path: [...path, ...deepest.path] };
}

function isMissing(path: PropertyKey[], raw: FormObject): boolean {
  let at: unknown = raw;
  for (const key of path) {
    if (typeof at !== "object" || at === null) return true;
    at = Reflect.get(at, key);
  }
  return at === undefined;
}

function paramName(path: string[]): string {
  const [head = "", ...rest] = path;
  return head + rest.map((key) => `[${key}]`).join("");
}

/** Metadata after merging an update into what is there; null clears, '' removes one key. */
export function mergeMetadata(
  before: Record<string, string> | null,
  change: Record<string, string> | null | undefined,
): Record<string, string> {
  if (change === null) return {};
  const merged = { ...before };
  for (const [key, value] of Object.entries(change ?? {})) {
    if (value === "") delete merged[key];
    else merged[key] = value;
  }
  return merged;
}
