import { type Failure, ok, type Result, refuse } from "../result";
import { reviewDeadlines, reviewEnd } from "../review/window";
import type { DecisionContext, MilestoneChange, RevisionDraft, SubmissionDraft } from "./change";
import { workMessage } from "./messages";
import type { MilestoneSnapshot } from "./snapshot";
import { step } from "./step";

/** How much must be held or released before work may start, in minor units, rounded up. What went back does not count. */
export function minimumToStart(
  snapshot: Pick<MilestoneSnapshot, "amount" | "isFirst" | "terms">,
  refunded: bigint,
): bigint {
  const rate = BigInt(snapshot.isFirst ? snapshot.terms.firstMinimumStartBp : snapshot.terms.minimumStartBp);
  return ((snapshot.amount - refunded) * rate + 9_999n) / 10_000n;
}

/** The producer starts. Refused while less than the agreed minimum share is held (milestone rules, section 2). */
export function startMilestone(
  snapshot: MilestoneSnapshot,
  context: DecisionContext,
): Result<MilestoneChange, Failure> {
  const next = step(snapshot, "start", { action: "milestone.start" });
  if (!next.ok) return next;
  const { funded, refunded } = snapshot.money;
  const required = minimumToStart(snapshot, refunded);
  if (funded - refunded < required) {
    return refuse({
      code: "milestone.not_enough_held",
      details: { required: String(required), held: String(snapshot.money.held), currency: snapshot.currency },
    });
  }
  return ok({
    ...next.value,
    messages: workMessage("brand", "milestone.started", snapshot, {}, context.newId),
  });
}

/**
 * The producer formally submits a version; only this starts the review clock (milestone rules, section 4).
 * Every criterion is answered exactly once. After a request for changes it takes up the work and submits in one go.
 */
export function submitMilestone(
  snapshot: MilestoneSnapshot,
  input: Pick<SubmissionDraft, "note" | "links" | "fileIds" | "criteria">,
  context: DecisionContext,
): Result<MilestoneChange, Failure> {
  const resumed =
    snapshot.state === "revision_requested" ? step(snapshot, "resume", { action: "milestone.submit" }) : null;
  const state = resumed?.ok ? resumed.value.patch.state : snapshot.state;
  const next = step({ ...snapshot, state }, "submit", { action: "milestone.submit" });
  if (!next.ok) return next;
  const complete = requireSelfCheck(
    snapshot,
    input.criteria.map(({ criterionId }) => criterionId),
  );
  if (!complete.ok) return complete;
  if (new Set(input.fileIds).size !== input.fileIds.length) {
    return refuse({ code: "input.invalid", field: "fileIds", details: { reason: "names a file twice" } });
  }
  const version = snapshot.submissionVersion + 1;
  const endsAt = reviewEnd(context.now, snapshot.terms.reviewDays, snapshot.terms.timeZone);
  const data = {
    version: String(version),
    dueAt: endsAt.toISOString(),
    amount: String(snapshot.money.held),
    note: input.note,
  };
  return ok({
    transitions: [...(resumed?.ok ? resumed.value.transitions : []), ...next.value.transitions],
    patch: { ...next.value.patch, submissionVersion: version, reviewEndsAt: endsAt },
    audit: {
      ...next.value.audit,
      before: { state: snapshot.state },
      after: { state: "submitted", version: String(version), reviewEndsAt: endsAt.toISOString() },
    },
    submission: { ...input, id: context.newId(), version },
    deadlines: {
      cancel: ["review.reminder", "review.release"],
      set: reviewDeadlines(context.now, endsAt, context.newId),
    },
    messages: workMessage("brand", "milestone.submitted", snapshot, data, context.newId),
  });
}

/**
 * The brand asks for agreed criteria to be met: the failed ones are named, a round is counted, the review clock stops.
 * Beyond the included rounds a request is refused: more work is a change of scope, which has a price.
 */
export function requestRevision(
  snapshot: MilestoneSnapshot,
  input: Pick<RevisionDraft, "note" | "failed">,
  context: DecisionContext,
): Result<MilestoneChange, Failure> {
  const next = step(snapshot, "request_revision", { action: "milestone.request_revision" });
  if (!next.ok) return next;
  const named = requireFailedCriteria(
    snapshot,
    input.failed.map(({ criterionId }) => criterionId),
  );
  if (!named.ok) return named;
  const round = snapshot.revisionRound + 1;
  if (round > snapshot.terms.includedRevisions) {
    return refuse({
      code: "revision.rounds_used_up",
      details: { included: String(snapshot.terms.includedRevisions) },
    });
  }
  const texts = snapshot.criteria
    .filter(({ id }) => input.failed.some((f) => f.criterionId === id))
    .map(({ text }) => text);
  const data = {
    round: String(round),
    includedRounds: String(snapshot.terms.includedRevisions),
    failedCriteria: texts.join("\n"),
    note: input.note,
  };
  return ok({
    ...next.value,
    patch: { ...next.value.patch, revisionRound: round, reviewEndsAt: null },
    revision: { ...input, id: context.newId(), round, submissionVersion: snapshot.submissionVersion },
    deadlines: { cancel: ["review.reminder", "review.release"], set: [] },
    messages: workMessage("producer", "milestone.revision_requested", snapshot, data, context.newId),
  });
}

function requireSelfCheck(snapshot: MilestoneSnapshot, answered: readonly string[]): Result<void, Failure> {
  const expected = new Set(snapshot.criteria.map(({ id }) => id));
  const once = new Set(answered);
  const complete =
    once.size === answered.length &&
    answered.length === expected.size &&
    answered.every((id) => expected.has(id));
  return complete
    ? ok(undefined)
    : refuse({
        code: "submission.criteria_incomplete",
        field: "criteria",
        details: { expected: String(expected.size), answered: String(once.size) },
      });
}

function requireFailedCriteria(
  snapshot: MilestoneSnapshot,
  failed: readonly string[],
): Result<void, Failure> {
  if (failed.length === 0) return refuse({ code: "revision.no_criterion_named", field: "failed" });
  const known = new Set(snapshot.criteria.map(({ id }) => id));
  if (new Set(failed).size !== failed.length || failed.some((id) => !known.has(id))) {
    return refuse({ code: "revision.criterion_unknown", field: "failed" });
  }
  return ok(undefined);
}
