import type { PeriodKind } from "./period";

/** What an agreement lets be taken off the gross amount of a sale before it is shared. */
export const deductionKinds = ["tax", "fees", "shipping"] as const;
export type DeductionKind = (typeof deductionKinds)[number];

/**
 * The financial terms that statements are computed from. Amounts are minor units of the agreement's currency, rates are
 * basis points, days are `YYYY-MM-DD` on the calendar of `timeZone`.
 */
export interface StatementTerms {
  readonly agreement: string;
  readonly timeZone: string;
  readonly start: string;
  /** The last day, inclusive; null when none was agreed. */
  readonly end: string | null;
  readonly period: PeriodKind;
  /** Items that belong to the agreement, or all. */
  readonly items: "*" | ReadonlySet<string>;
  readonly parties: readonly Party[];
  readonly deductions: readonly DeductionKind[];
  readonly share: ShareTerms;
  /** Terms of those who receive statements; by the party's id. A payee without an entry has none of them. */
  readonly payees: ReadonlyMap<string, PayeeTerms>;
  /** The cumulative base with which a deal that was running elsewhere begins. */
  readonly openingBase: bigint;
}

export interface Party {
  readonly id: string;
  readonly role: "payee" | "payer";
}

export interface ShareTerms {
  /** Whether tiers are reached by the base since the agreement began, or anew in each period. */
  readonly basis: "cumulative" | "period";
  /** Whether a tier's rate is paid on what lies inside it, or on everything once it is reached. */
  readonly method: "marginal" | "retroactive";
  /** Rising; the last one has no end. */
  readonly tiers: readonly Tier[];
}

export interface Tier {
  /** A tier reaches up to and including this base. */
  readonly upTo: bigint | null;
  /** One rate for each party, in the order of the parties; they sum to 10,000. */
  readonly ratesBp: readonly bigint[];
}

export interface PayeeTerms {
  /** What a whole period earns at the least. */
  readonly floor: bigint | null;
  readonly reserve: ReserveTerms | null;
  readonly advance: { readonly amount: bigint; readonly recoupRateBp: bigint } | null;
  readonly minimumPayout: bigint;
  readonly negativeOffsetCapBp: bigint;
  readonly platformFeeBp: bigint;
  readonly withholdingBp: bigint;
  readonly opening: PayeeOpening;
  readonly adjustments: readonly Adjustment[];
}

export interface ReserveTerms {
  readonly rateBp: bigint;
  /** Parts of what was taken that are released in the first, second, … period after it; they sum to 10,000. */
  readonly releaseBp: readonly bigint[];
}

/** The moment before the first period. */
export interface PayeeOpening {
  readonly payable: bigint;
  /** Amounts taken earlier that are released in the first, second, … period. */
  readonly reserveReleases: readonly bigint[];
}

export interface Adjustment {
  /** The name of its period. */
  readonly period: string;
  readonly amount: bigint;
  readonly reason: string;
}

/** The terms of a payee for whom nothing special was agreed. */
export const plainPayee: PayeeTerms = {
  floor: null,
  reserve: null,
  advance: null,
  minimumPayout: 0n,
  negativeOffsetCapBp: 5_000n,
  platformFeeBp: 0n,
  withholdingBp: 0n,
  opening: { payable: 0n, reserveReleases: [] },
  adjustments: [],
};
