import type { RecordAmount } from "./amount";

export interface RecordItem {
  readonly source: string;
  readonly item: string;
  readonly description: string | null;
  /** Whole numbers as text; null when a line does not say how many. */
  readonly unitsSold: string | null;
  readonly unitsReturned: string | null;
  readonly gross: RecordAmount;
  /** Negative or zero. */
  readonly returns: RecordAmount;
  readonly deductions: RecordAmount;
  readonly net: RecordAmount;
  readonly share: RecordAmount;
}

/** One event that entered the calculation. Amounts are signed: a return's are negative. */
export interface RecordLine {
  readonly line: number;
  readonly event: string;
  readonly at: string;
  readonly day: string;
  readonly type: "sale" | "return";
  readonly source: string;
  readonly item: string;
  readonly description: string | null;
  readonly quantity: string | null;
  /** What a return names: the event, and where it is listed as far as that is known (null: in this statement). */
  readonly original: {
    readonly event: string;
    readonly statement: string | null;
    readonly line: number | null;
  } | null;
  readonly gross: RecordAmount;
  readonly deductions: RecordAmount;
  readonly net: RecordAmount;
  /** What of the period's rounded share, and of the reserve taken from it, falls to the line. */
  readonly share: RecordAmount;
  readonly reserve: RecordAmount;
  readonly trace: LineTrace;
}

/** How a line's share was found (statement rules, section 8, step 4). */
export interface LineTrace {
  /** Along the tiers; in proportion to what the original had earned; or as part of the period as a whole. */
  readonly rule: "tiers" | "original" | "period";
  readonly before: RecordAmount;
  readonly after: RecordAmount;
  /** The tiers that it touched, in the order in which it went through them. */
  readonly tiers: readonly {
    readonly tier: number;
    readonly rateBp: number;
    /** What of the base lies in the tier; null where the line takes the rates of its original. */
    readonly base: RecordAmount | null;
  }[];
  /** In minor units before rounding, in lowest terms: `7/3`. */
  readonly exactShare: string;
}
