import type { RecordAmount } from "./amount";

/** Terms are this payee's own: rates of others are not in the record. */
export interface RecordTierPosition {
  readonly basis: "cumulative" | "period";
  readonly method: "marginal" | "retroactive";
  readonly before: RecordAmount;
  readonly moved: RecordAmount;
  readonly after: RecordAmount;
  /** The tier, counted from 1, that holds the base at the end. */
  readonly current: number;
  /** How much base is left in that tier; null in the last. */
  readonly toNextStep: RecordAmount | null;
  readonly tiers: readonly {
    readonly tier: number;
    /** A tier reaches up to and including this; null for the last. */
    readonly upTo: RecordAmount | null;
    readonly rateBp: number;
  }[];
}

export interface RecordFloor {
  /** For a whole period, and for the days of this one that the term covers. */
  readonly agreed: RecordAmount;
  readonly floor: RecordAmount;
  readonly coveredDays: number;
  readonly days: number;
  readonly share: RecordAmount;
  readonly topUp: RecordAmount;
  /** What the floors of the periods still to come add up to; null when no end was agreed. */
  readonly remainingGuarantee: RecordAmount | null;
}

export interface RecordAdvance {
  readonly agreed: RecordAmount;
  readonly rateBp: number;
  /** What recoupment could take from in this period. */
  readonly available: RecordAmount;
  readonly opening: RecordAmount;
  readonly recouped: RecordAmount;
  readonly closing: RecordAmount;
  /** How much of the agreed amount is recouped, rounded down. */
  readonly progressBp: number;
}

export interface RecordReserve {
  readonly rateBp: number;
  readonly releaseBp: readonly number[];
  readonly ageing: readonly {
    /** The period that it was taken in; null for what was taken before the first. */
    readonly period: string | null;
    readonly taken: RecordAmount;
    /** To the end of this period. */
    readonly released: RecordAmount;
    readonly held: RecordAmount;
    readonly dueNext: RecordAmount;
  }[];
}
