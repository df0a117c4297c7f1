import type Stripe from "stripe";
import type { z } from "zod";
import { clearTimer } from "../clock/timers";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { flag, listParams, mergeMetadata, metadata, params, range, text } from "../http/params";
import { type PathParts, route } from "../http/route";
import { inRange, listObjects, objectFromUrl, saveObject } from "../state/objects";
import { acceptDispute, decideDispute, isInquiry, requireOpen } from "./decide-dispute";
import { type EvidenceInput, evidenceInput } from "./dispute-evidence";

const listed = listParams({
  charge: text().optional(),
  created: range().optional(),
  payment_intent: text().optional(),
});

const updated = params({
  evidence: evidenceInput.optional(),
  metadata: metadata().optional(),
  submit: flag().optional(),
});

/** Takes in evidence; unless `submit` is false it goes to the bank at once and cannot be changed any more. */
function update(ctx: Context, input: z.output<typeof updated>, path: PathParts): Stripe.Dispute {
  const before = objectFromUrl(ctx, "disputes", path("id"), "dispute");
  const named = { ...before, metadata: mergeMetadata(before.metadata, input.metadata) };
  if (input.evidence === undefined && input.submit !== true) return announce(ctx, named, before);
  requireOpen(before);
  const evidence = merged(before.evidence, input.evidence ?? {});
  const submitted = input.submit !== false;
  const dispute: Stripe.Dispute = {
    ...named,
    evidence,
    evidence_details: {
      ...before.evidence_details,
      has_evidence: Object.values(evidence).some((value) => typeof value === "string"),
      submission_count: before.evidence_details.submission_count + (submitted ? 1 : 0),
    },
    status: submitted ? (isInquiry(before) ? "warning_under_review" : "under_review") : before.status,
  };
  announce(ctx, dispute, before);
  if (!submitted) return dispute;
  clearTimer(ctx, "dispute_deadline", dispute.id);
  return decidedByWord(ctx, dispute);
}

function announce(ctx: Context, dispute: Stripe.Dispute, before: Stripe.Dispute): Stripe.Dispute {
  const saved = saveObject(ctx, "disputes", dispute);
  emit(ctx, "charge.dispute.updated", saved, before);
  return saved;
}

function merged(before: Stripe.Dispute.Evidence, given: EvidenceInput): Stripe.Dispute.Evidence {
  const fields = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(fields) };
}

/** In test mode Stripe decides at once when the evidence is one of two words. */
function decidedByWord(ctx: Context, dispute: Stripe.Dispute): Stripe.Dispute {
  switch (dispute.evidence.uncategorized_text) {
    case "winning_evidence":
      return decideDispute(ctx, dispute, "won");
    case "losing_evidence":
      return decideDispute(ctx, dispute, "lost");
    default:
      return dispute;
  }
}

export const disputeRoutes = [
  route("GET", "/v1/disputes", listed, (ctx, input) =>
    listObjects(
      ctx,
      "disputes",
      "/v1/disputes",
      input,
      (dispute) =>
        inRange(dispute.created, input.created) &&
        (input.charge === undefined || dispute.charge === input.charge) &&
        (input.payment_intent === undefined || dispute.payment_intent === input.payment_intent),
    ),
  ),
  route("GET", "/v1/disputes/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "disputes", path("id"), "dispute"),
  ),
  route("POST", "/v1/disputes/:id", updated, update),
  route("POST", "/v1/disputes/:id/close", params({}), (ctx, _input, path) =>
    acceptDispute(ctx, objectFromUrl(ctx, "disputes", path("id"), "dispute")),
  ),
];
