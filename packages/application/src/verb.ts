import {
  type Failure,
  isAllowed,
  isOpenToUnverified,
  ok,
  type Permission,
  type Result,
  refuse,
  wantsRecentProof,
} from "@evenshare/domain";
import type { z } from "zod";
import type { Deps } from "./deps";
import type { Scope } from "./scope";
import { findUnstorableText } from "./storable-text";

/** A use case: what it may do is decided from the scope, what it does is in one transaction. */
export type Verb<I, O, D extends Deps = Deps> = (deps: D, scope: Scope, input: I) => Promise<Result<O>>;

/**
 * Whether the person may do this in their organization. Role, side and how sure we are who they are; whose row it is, the
 * database decides.
 */
export function authorize(scope: Scope, permission: Permission): Result<void> {
  const allowed = authorizeReading(scope, permission);
  if (!allowed.ok) return allowed;
  return !wantsRecentProof(permission) || scope.authenticatedRecently
    ? ok(undefined)
    : refuse({ code: "session.reauthentication_required" });
}

/** The same for looking at what a permission is about: a quote wants no proof, what is done with it does. */
export function authorizeReading(scope: Scope, permission: Permission): Result<void> {
  if (!isAllowed(permission, scope.kind, scope.role)) {
    return refuse({ code: "permission.denied", details: { permission, role: scope.role } });
  }
  return scope.emailVerified || isOpenToUnverified(permission)
    ? ok(undefined)
    : refuse({ code: "account.email_unverified" });
}

/** Parses an input; the refusal names the first field that is wrong, and why. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): Result<T> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return refuse(describeIssue(parsed.error));
  const field = findUnstorableText(parsed.data);
  if (field === null) return ok(parsed.data);
  return refuse({
    code: "input.invalid",
    field,
    details: { reason: "holds a character that cannot be kept" },
  });
}

/** The first issue of a failed parse as a failure: `{ code: "input.invalid", field: "criteria.0", details: { reason } }`. */
export function describeIssue(error: z.ZodError): Failure {
  const issue = error.issues[0];
  return {
    code: "input.invalid",
    field: issue?.path.map(String).join(".") ?? "",
    details: { reason: issue?.message ?? "is not as expected" },
  };
}
