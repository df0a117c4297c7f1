/** Why something is held back. A later part adds its own reasons. */
export const holdReasons = ["bank_debit_returned", "card_payment_disputed"] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Who put a hold in place and can say why. */
export const holdOwners = ["provider", "operator", "person"] as const;
export type HoldOwner = (typeof holdOwners)[number];

/** What a hold is about: a return of money by the brand's bank. */
export const holdSubjects = ["return"] as const;
export type HoldSubject = (typeof holdSubjects)[number];

/** What the operator says to a hold: it stands, or it ends. */
export const holdAnswers = ["upheld", "released"] as const;
export type HoldAnswer = (typeof holdAnswers)[number];

/**
 * A hold: what is held back, how much, why, by whom, on what evidence, and what happens next on which date. Nothing is
 * ever held back without one, and both sides read the same.
 */
export interface HoldDraft {
  readonly id: string;
  readonly subject: HoldSubject;
  readonly subjectId: string;
  /** Minor units of the milestone's currency. */
  readonly amount: bigint;
  readonly reason: HoldReason;
  /** The reason in words, as whoever put the hold in place gave it. */
  readonly words: string;
  readonly ownerKind: HoldOwner;
  readonly ownerName: string;
  /** What it rests on, one fact each. */
  readonly evidence: readonly string[];
  readonly nextAt: Date;
}

/** What one decision does to holds. */
export interface HoldChange {
  readonly place?: HoldDraft;
  readonly end?: { readonly ids: readonly string[]; readonly reason: string };
  readonly answer?: { readonly id: string; readonly answer: HoldAnswer; readonly reason: string };
  readonly appeal?: { readonly id: string; readonly note: string };
  /** Holds that go on, with their next date. */
  readonly goOn?: { readonly ids: readonly string[]; readonly nextAt: Date };
}

const dayMs = 86_400_000;

/** How long a hold may stand until both sides are told again what it waits for. */
export const holdReviewDays = 7;

/** @example nextHoldReview(new Date("2026-11-23T10:00:00Z")) // 2026-11-30T10:00:00Z */
export function nextHoldReview(now: Date): Date {
  return new Date(now.getTime() + holdReviewDays * dayMs);
}
