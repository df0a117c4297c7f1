import { z } from "zod";
import { shareAnswers } from "../share/answer";
import { findTermsFaults } from "../share/check-terms";
import { shareSettings } from "../share/settings";
import { shareStates } from "../share/state";
import { type ProposedTerms, partyKey, proposedTerms, shareTermsFile } from "../share/terms-file";
import { shareVersionStatuses } from "../share/version";
import { commandKey } from "./milestone";
import { id, pageBounds } from "./shapes";

const effectiveFrom = z.iso.date("is not a day, such as 2026-12-01");

export const proposeShareInput = z.strictObject({
  commandKey,
  title: z.string().trim().min(1, "is missing").max(120, "has more than 120 characters"),
  /** The partnership in which each payee of the terms is reached. */
  payees: z
    .array(z.strictObject({ party: partyKey, partnershipId: id }))
    .min(1, "are missing")
    .max(19, "are more than 19"),
  terms: proposedTerms,
  settings: shareSettings,
});
/** `id` is the agreement's. */
export const proposeShareVersionInput = z.strictObject({
  commandKey,
  id,
  terms: proposedTerms,
  settings: shareSettings,
  /** The first day of a period that has not begun; the start, until a version was accepted by all. */
  effectiveFrom,
});
/** What a form checks before it sends: the shapes, and everything that makes terms faulty. */
export const proposeShareForm = proposeShareInput.omit({ commandKey: true }).superRefine(refuseFaultyTerms);
export const proposeShareVersionForm = proposeShareVersionInput
  .omit({ commandKey: true, id: true })
  .superRefine(refuseFaultyTerms);

function refuseFaultyTerms({ terms }: { readonly terms: ProposedTerms }, context: z.RefinementCtx): void {
  for (const { field, reason } of findTermsFaults(terms))
    context.addIssue({ code: "custom", path: ["terms", ...field.split(".")], message: reason });
}

/** `version` is the one that was read: another one now is a conflict, not a surprise. */
export const answerShareInput = z.strictObject({ commandKey, id, version: z.number().int() });
export const declineShareInput = answerShareInput.extend({
  reason: z.string().trim().min(1, "is missing").max(1_000, "has more than 1000 characters"),
});
export const getShareInput = z.strictObject({ id });
export const listSharesInput = z.strictObject({ ...pageBounds, partnershipId: id.optional() });

const shareParty = z.strictObject({
  key: partyKey,
  role: z.enum(["payee", "payer"]),
  organizationId: id,
  name: z.string(),
});

export const shareRow = z.strictObject({
  id,
  code: z.string(),
  title: z.string(),
  state: z.enum(shareStates),
  /** In the order of the terms. */
  parties: z.array(shareParty),
  currency: z.string(),
  /** When the version that counts, or is proposed, takes effect. */
  effectiveFrom,
  /** Keys of parties whose answer an open proposal waits for. */
  waitsFor: z.array(partyKey),
  /** Whether the reader's organization is one of them. */
  waitsForYou: z.boolean(),
  createdAt: z.date(),
});
export type ShareRow = z.infer<typeof shareRow>;

/** Whether a version waits, will count, counts today, counted once, or never did. */
export const shareStandings = ["proposed", "coming", "in_force", "past", "never"] as const;

export const shareVersionView = z.strictObject({
  version: z.number().int(),
  status: z.enum(shareVersionStatuses),
  standing: z.enum(shareStandings),
  /** What belongs to another payee alone is not in it. */
  terms: shareTermsFile,
  settings: shareSettings,
  effectiveFrom,
  /** The day before the next version takes effect, or the last day that was agreed; null while neither is known. */
  effectiveUntil: z.iso.date().nullable(),
  proposedAt: z.date(),
  proposedBy: z.string(),
  activatedAt: z.date().nullable(),
  answers: z.array(
    z.strictObject({
      party: partyKey,
      answer: z.enum(shareAnswers),
      /** Null where it was given to others. */
      reason: z.string().nullable(),
      at: z.date(),
      by: z.string(),
    }),
  ),
});
export type ShareVersionView = z.infer<typeof shareVersionView>;

export const shareActions = ["accept", "decline", "withdraw", "propose"] as const;

export const shareView = shareRow.extend({
  /** The reader's own key in the terms. */
  you: partyKey,
  /** Newest first. */
  versions: z.array(shareVersionView),
  /** What the reader may do now. The server decides. */
  actions: z.array(z.enum(shareActions)),
  /** The earliest day from which a further version can count. */
  nextBorder: z.iso.date(),
});
export type ShareView = z.infer<typeof shareView>;

export const proposedShare = z.strictObject({ id, code: z.string(), version: z.number().int() });
export const answeredShare = z.strictObject({ status: z.enum(shareVersionStatuses) });
