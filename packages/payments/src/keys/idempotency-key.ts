import type { ProviderOperation } from "@evenshare/application";

export type OperationKind =
  | "checkout"
  | "transfer"
  | "refund"
  | "payout"
  | "account"
  | "customer"
  | "setup"
  | "charge";

/**
 * The idempotency key of an attempt. It depends on the operation alone, never on the try, the row or the clock: a
 * process that died and one that took over write the same key. A definitive refusal voids a key; the caller then moves
 * on to the next attempt class (milestones section 11, C21).
 *
 * @example idempotencyKey("transfer", { id: "t1", attemptClass: 0 }) // "evenshare:transfer:t1:0"
 * @throws RangeError when the id is empty or the attempt class is not a whole number from 0.
 */
export function idempotencyKey(kind: OperationKind, operation: ProviderOperation): string {
  const { id, attemptClass } = operation;
  if (id === "" || !Number.isSafeInteger(attemptClass) || attemptClass < 0) {
    throw new RangeError(`no key for operation "${id}", attempt class ${attemptClass}`);
  }
  return `evenshare:${kind}:${id}:${attemptClass}`;
}
