import type { PeriodIndex } from "./period";
import type { DeductionKind } from "./terms";

/** An instant with any number of decimals of a second, so that the order of events never depends on rounding. */
export interface Instant {
  /** Whole seconds since 1970. */
  readonly seconds: number;
  /** Decimals of the second without zeros at the end; empty for none. */
  readonly decimals: string;
}

/** One sale or return. All amounts are positive minor units, on a return as well. */
export interface RevenueEvent {
  readonly id: string;
  readonly at: Instant;
  /** Its day, `YYYY-MM-DD`, on the calendar of the agreement's place. */
  readonly day: string;
  readonly type: "sale" | "return";
  readonly item: string;
  readonly gross: bigint;
  readonly tax: bigint;
  readonly fees: bigint;
  readonly shipping: bigint;
  /** The sale that a return names; null when it names none. */
  readonly originalId: string | null;
  /** The period it counts in, where that was settled beforehand: by a statement that was issued, or as a late line. */
  readonly countsIn?: PeriodIndex;
}

/** The order in which events are computed: by instant, then by id, compared by code point. */
export function compareEvents(a: RevenueEvent, b: RevenueEvent): number {
  return compareInstants(a.at, b.at) || compareCodePoints(a.id, b.id);
}

function compareInstants(a: Instant, b: Instant): number {
  if (a.seconds !== b.seconds) return a.seconds - b.seconds;
  return a.decimals < b.decimals ? -1 : a.decimals > b.decimals ? 1 : 0;
}

/** By code point: in UTF-16, as JavaScript compares, an emoji would come before some Japanese letters. */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [[...a], [...b]];
  const difference = left.findIndex((character, index) => character !== right[index]);
  if (difference === -1) return -1;
  return codeAt(left, difference) - codeAt(right, difference);
}

/** Before every character where there is none. */
function codeAt(characters: readonly string[], index: number): number {
  return characters[index]?.codePointAt(0) ?? -1;
}

/** What of an event is taken off by the agreement, as a positive amount. */
export function deductedFrom(event: RevenueEvent, deductions: readonly DeductionKind[]): bigint {
  return deductions.reduce((sum, kind) => sum + event[kind], 0n);
}
