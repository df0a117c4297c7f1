import { checkSteps } from "../money/charge-step";
import { type Failure, ok, type Result, refuse } from "../result";
import type { DecisionContext, MilestoneChange } from "./change";
import { releasedMessages } from "./messages";
import { draftRelease, releaseEntry } from "./release";
import type { MilestoneSnapshot } from "./snapshot";
import { step } from "./step";

/**
 * The brand lets a part go; the remainder stays held and the review clock runs on (milestone rules, section 7).
 * A part is less than all that is held: letting all go means accepting the work.
 */
export function releasePart(
  snapshot: MilestoneSnapshot,
  input: { readonly amount: bigint; readonly currency: string; readonly expectedHeld: bigint },
  context: DecisionContext,
): Result<MilestoneChange, Failure> {
  const next = step(snapshot, "release_part", { action: "milestone.release_part", amount: input.amount });
  if (!next.ok) return next;
  const possible = checkPart(snapshot, input);
  if (!possible.ok) return possible;
  const release = draftRelease(snapshot, input.amount, "part", context.newId);
  if (release.net <= 0n) {
    return refuse({
      code: "release.nothing_left_after_fee",
      field: "amount",
      details: { fee: String(release.fee) },
    });
  }
  return ok({
    ...next.value,
    audit: {
      ...next.value.audit,
      before: { state: snapshot.state, held: String(snapshot.money.held) },
      after: {
        state: next.value.patch.state,
        held: String(snapshot.money.held - release.gross),
        released: String(release.gross),
        fee: String(release.fee),
      },
    },
    entries: [releaseEntry(snapshot, release, context.newId)],
    release,
    messages: releasedMessages(snapshot, release, context.newId),
    operations: release.transfers.map(({ id }) => ({
      id: context.newId(),
      kind: "transfer.create",
      subjectId: id,
    })),
  });
}

function checkPart(
  snapshot: MilestoneSnapshot,
  input: { readonly amount: bigint; readonly currency: string; readonly expectedHeld: bigint },
): Result<void, Failure> {
  const { held } = snapshot.money;
  if (input.currency !== snapshot.currency) {
    return refuse({
      code: "milestone.currency_mismatch",
      field: "currency",
      details: { expected: snapshot.currency, actual: input.currency },
    });
  }
  if (input.amount <= 0n) {
    return refuse({ code: "input.invalid", field: "amount", details: { reason: "must be more than zero" } });
  }
  const inSteps = checkSteps(input.amount, snapshot.currency);
  if (!inSteps.ok) return inSteps;
  if (input.expectedHeld !== held) {
    return refuse({
      code: "milestone.amount_changed",
      field: "expectedHeld",
      details: { expected: String(input.expectedHeld), actual: String(held) },
    });
  }
  if (input.amount > held) {
    return refuse({
      code: "release.more_than_held",
      field: "amount",
      details: { held: String(held), amount: String(input.amount) },
    });
  }
  if (input.amount === held) {
    return refuse({ code: "release.part_is_all", field: "amount", details: { held: String(held) } });
  }
  if (!snapshot.payee.payable) {
    return refuse({ code: "payee.not_payable", details: { reason: snapshot.payee.reason } });
  }
  return ok(undefined);
}
