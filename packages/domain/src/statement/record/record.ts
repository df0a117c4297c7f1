import type { UnmatchedReason } from "../accrual";
import type { DeductionKind } from "../terms";
import type { RecordAmount } from "./amount";
import type { StatementKind, StatementRights } from "./input";
import type { RecordAdvance, RecordFloor, RecordReserve, RecordTierPosition } from "./record-accounts";
import type { RecordItem, RecordLine } from "./record-lines";

/**
 * A statement of one payee and one period, whole: the one record that the PDF, the CSV files and the JSON are written
 * from. Plain data. It holds nothing that belongs to another payee but what the agreement lets this one see.
 */
export interface StatementRecord {
  readonly schema: "evenshare.statement";
  readonly schemaVersion: 1;
  readonly identity: RecordIdentity;
  readonly completeness: RecordCompleteness;
  readonly summary: RecordSummary;
  readonly steps: readonly RecordStep[];
  readonly deductions: readonly RecordDeduction[];
  readonly rates: RecordRates;
  readonly outcome: RecordOutcome;
  readonly proof: BalanceProof;
  readonly balances: Readonly<Record<"payable" | "unrecoupedAdvance" | "reserveHeld", OpeningAndClosing>>;
  readonly changes: RecordChanges;
  readonly items: readonly RecordItem[];
  readonly tierPosition: RecordTierPosition;
  readonly floor: RecordFloor | null;
  readonly advance: RecordAdvance | null;
  readonly reserve: RecordReserve | null;
  readonly adjustments: readonly RecordAdjustment[];
  readonly otherParties: readonly RecordOtherParty[];
  readonly tax: RecordTax | null;
  readonly fx: RecordFx | null;
  readonly payout: {
    readonly reference: string;
    readonly method: string;
    readonly expectedDate: string;
  } | null;
  readonly unmatched: readonly RecordUnmatched[];
  readonly approvals: readonly RecordApproval[];
  readonly rights: StatementRights;
  readonly lines: readonly RecordLine[];
}

/** Days are `YYYY-MM-DD`, instants ISO 8601 in UTC. */
export interface RecordIdentity {
  readonly number: string | null;
  readonly kind: StatementKind;
  readonly corrects: string | null;
  readonly issueDate: string | null;
  readonly dueDate: string | null;
  readonly disputeDeadline: string | null;
  readonly issuer: RecordParty;
  readonly payee: RecordParty;
  readonly contact: { readonly name: string; readonly email: string };
  readonly agreement: {
    readonly id: string;
    readonly title: string;
    readonly version: number;
    readonly effectiveFrom: string;
    readonly effectiveTo: string | null;
  };
  readonly period: {
    readonly name: string;
    readonly firstDay: string;
    readonly lastDay: string;
    readonly timeZone: string;
    readonly cutOff: string;
  };
  readonly currency: RecordCurrency;
  readonly payoutCurrency: RecordCurrency;
  readonly engineVersion: string;
  readonly previous: { readonly number: string; readonly sha256: string } | null;
}

export interface RecordCurrency {
  readonly code: string;
  readonly digits: number;
  /** What amounts are rounded to, or can be sent in. */
  readonly unit: RecordAmount;
}

export interface RecordParty {
  readonly name: string;
  readonly address: readonly string[];
  readonly taxId: string | null;
}

export interface RecordCompleteness {
  readonly expected: readonly string[];
  readonly received: readonly string[];
  readonly missing: readonly string[];
  readonly lastEventAt: string | null;
  readonly lateIn: number;
  readonly lateOut: number;
}

export interface RecordSummary {
  readonly netRevenue: RecordAmount;
  readonly share: RecordAmount;
  /** What this period's reserve took. */
  readonly heldBack: RecordAmount;
  readonly recouped: RecordAmount;
  readonly payable: RecordAmount;
}

/** The amounts of the calculation in their fixed order (statement rules, section 2). */
export type StepCode =
  | "gross"
  | "returns"
  | "deductions"
  | "net"
  | "share"
  | "top-up"
  | "reserve-taken"
  | "reserve-released"
  | "recouped"
  | "adjustments"
  | "due"
  | "negative-offset"
  | "platform-fee"
  | "withholding"
  | "net-due"
  | "payable"
  | "carried-over";

export interface RecordStep {
  /** Its place in the order of section 2; what is a sum on the way has the place of what it follows from. */
  readonly step: number;
  readonly code: StepCode;
  /** What it does: adds its signed amount, or names what the rows above come to. */
  readonly role: "movement" | "result";
  /** Signed as it is added: what is taken off is negative. */
  readonly amount: RecordAmount;
}

export interface RecordDeduction {
  readonly kind: DeductionKind;
  /** Whether the agreement lists it; what it does not list is reported and not taken off. */
  readonly allowed: boolean;
  /** Sales less returns, positive when it lowers the base. */
  readonly amount: RecordAmount;
}

/** This payee's own rates in basis points, as far as no part of its own tells them. */
export interface RecordRates {
  readonly negativeOffsetCapBp: number;
  readonly platformFeeBp: number;
  readonly withholdingBp: number;
}

export interface RecordOutcome {
  /** A provisional statement is never paid. */
  readonly state: "payable" | "carried-over" | "provisional";
  readonly minimumPayout: RecordAmount;
  /** The first period in which what is carried over can be paid; null when nothing positive is. */
  readonly expectedPeriod: string | null;
}

/** One row of the balance proof. */
export interface ProofRow {
  readonly code:
    | "opening"
    | "earned"
    | "top-up"
    | "reserve-taken"
    | "reserve-released"
    | "recouped"
    | "adjustments"
    | "fees"
    | "withholding"
    | "paid"
    | "closing";
  /** Signed as it is added. */
  readonly amount: RecordAmount;
}

/** Ten rows that add up to the eleventh, the closing balance. */
export type BalanceProof = readonly ProofRow[];

export interface OpeningAndClosing {
  readonly opening: RecordAmount;
  readonly closing: RecordAmount;
}

export type ComparedFigure = "netRevenue" | "share" | "topUp" | "heldBack" | "recouped" | "payable";

export interface RecordChanges {
  /** The period that is compared with; null when this is the first. */
  readonly since: string | null;
  readonly figures: readonly {
    readonly figure: ComparedFigure;
    readonly before: RecordAmount;
    readonly now: RecordAmount;
    readonly difference: RecordAmount;
  }[];
  readonly notes: readonly string[];
}

export interface RecordAdjustment {
  readonly amount: RecordAmount;
  readonly code: string;
  readonly text: string;
  readonly author: string;
  readonly approver: string | null;
  readonly evidence: string | null;
}

export interface RecordOtherParty {
  readonly name: string;
  readonly share: RecordAmount;
}

export interface RecordTax {
  readonly rateBp: number;
  readonly basis: RecordAmount;
  readonly withheld: RecordAmount;
  readonly treatyArticle: string | null;
  readonly formId: string | null;
  readonly formDate: string | null;
}

export interface RecordFx {
  readonly quoteId: string;
  readonly source: string;
  readonly at: string;
  readonly midRate: string;
  readonly appliedRate: string;
  readonly spread: RecordAmount;
  readonly sent: RecordAmount;
  readonly kept: RecordAmount;
}

export interface RecordUnmatched {
  readonly event: string;
  readonly day: string;
  readonly item: string;
  readonly type: "sale" | "return";
  readonly gross: RecordAmount;
  readonly reason: UnmatchedReason;
}

export interface RecordApproval {
  readonly party: string;
  readonly person: string | null;
  readonly at: string;
  readonly version: number;
}
