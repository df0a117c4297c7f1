import type { PeriodResult } from "../calculate-statements";
import type { StatementTerms } from "../terms";
import type { StatementCurrency } from "./amount";

export type StatementKind = "statement" | "correction" | "final" | "provisional";

/** Everything a statement is written from. What is computed comes from `results`; the rest is stated by the caller. */
export interface StatementInput {
  readonly kind: StatementKind;
  /** The number of the statement that a correction corrects; null otherwise. */
  readonly corrects: string | null;
  /** What is fixed at issue; null for a draft. */
  readonly issue: StatementIssue | null;
  readonly terms: StatementTerms;
  readonly currency: StatementCurrency;
  /** The smallest amount that can be sent, in minor units of the currency that is paid out. */
  readonly payoutUnit: bigint;
  /** What {@link calculateStatements} gave, from the agreement's first period to the statement's or later. */
  readonly results: readonly PeriodResult[];
  /** The name of the statement's period. */
  readonly period: string;
  /** The id of its payee. */
  readonly payee: string;
  readonly agreement: StatedAgreement;
  readonly issuerParty: StatedParty;
  readonly payeeParty: StatedParty;
  /** Whom to ask. */
  readonly contact: { readonly name: string; readonly email: string };
  /** What the payee may know of the other parties: each one's share, only the sum of their shares, or nothing. */
  readonly otherParties: "each" | "total" | "none";
  /** Names of the other parties, by id; a party without one is called by its role. */
  readonly partyNames: ReadonlyMap<string, string>;
  /** When the data of the period was closed. */
  readonly cutOff: Date;
  readonly completeness: StatedCompleteness;
  /** What is known of events beside their amounts, by event id. */
  readonly eventFacts: ReadonlyMap<string, EventFacts>;
  /** The period's adjustments one by one; they add up to what the terms say of it. */
  readonly adjustments: readonly StatedAdjustment[];
  readonly approvals: readonly StatedApproval[];
  /** The statement before this one of the same agreement and payee; null when this is the first. */
  readonly previous: { readonly number: string; readonly sha256: string } | null;
  /** Sentences about what is different from last time beside the figures, such as a new version of the agreement. */
  readonly changeNotes: readonly string[];
  readonly rights: StatementRights;
  /** Facts about withholding; null when there is nothing to say. */
  readonly tax: StatedTax | null;
  readonly fx: StatedFx | null;
  readonly payout: StatedPayout | null;
  readonly engineVersion: string;
}

/** Days are `YYYY-MM-DD`. */
export interface StatementIssue {
  readonly number: string;
  readonly date: string;
  readonly dueDate: string;
  readonly disputeDeadline: string;
}

export interface StatedAgreement {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  /** Days `YYYY-MM-DD`; the end is null when none was agreed. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

export interface StatedParty {
  readonly name: string;
  readonly address: readonly string[];
  readonly taxId: string | null;
}

export interface StatedCompleteness {
  readonly expected: readonly string[];
  readonly received: readonly string[];
  /** Lines of earlier periods that came late and are counted here. */
  readonly lateIn: number;
  /** Lines of this period that came late and go to the next. */
  readonly lateOut: number;
}

export interface EventFacts {
  readonly source: string;
  readonly description: string | null;
  /** Positive, also on a return; null when the source does not say. */
  readonly quantity: bigint | null;
  /** Where an original that an earlier statement listed can be found. */
  readonly original: { readonly statement: string; readonly line: number } | null;
}

export interface StatedAdjustment {
  readonly amount: bigint;
  readonly code: string;
  readonly text: string;
  readonly author: string;
  readonly approver: string | null;
  /** What it rests on, such as the name of a document. */
  readonly evidence: string | null;
}

export interface StatedApproval {
  readonly party: string;
  /** Who approved; null when a review window ran out. */
  readonly person: string | null;
  readonly at: Date;
  /** Which draft was approved. */
  readonly version: number;
}

/** Days, months and basis points of the procedures that a statement explains. */
export interface StatementRights {
  readonly disputeDays: number;
  readonly answerDays: number;
  readonly auditMonths: number;
  readonly auditNoticeDays: number;
  readonly auditShortfallBp: number;
}

/** What holds when nothing else was agreed (statement rules, section 4). */
export const defaultRights: StatementRights = {
  disputeDays: 30,
  answerDays: 7,
  auditMonths: 24,
  auditNoticeDays: 10,
  auditShortfallBp: 500,
};

export interface StatedTax {
  readonly treatyArticle: string | null;
  readonly formId: string | null;
  /** `YYYY-MM-DD`. */
  readonly formDate: string | null;
}

export interface StatedFx {
  readonly quoteId: string;
  readonly source: string;
  readonly at: Date;
  /** Units of the payout currency for one of the statement's, as decimal text. */
  readonly midRate: string;
  readonly appliedRate: string;
  /** What the difference of the rates comes to, in minor units of the payout currency. */
  readonly spread: bigint;
  readonly payoutCurrency: StatementCurrency;
  /** What is sent, and what stays on the payout account because the payout unit is larger, in its minor units. */
  readonly sent: bigint;
  readonly kept: bigint;
}

export interface StatedPayout {
  readonly reference: string;
  /** Masked, such as `Bank account ending in 4242`. */
  readonly method: string;
  /** `YYYY-MM-DD`. */
  readonly expectedDate: string;
}
