import { ExactSum, type Fraction, reduce } from "./exact";
import { deductedFrom, type RevenueEvent } from "./revenue-event";
import { roundShares } from "./round-shares";
import type { StatementTerms } from "./terms";
import { earnedUpTo, ratesAt } from "./tiers";

/** Rates are basis points, so what is earned is counted in ten-thousandths of a minor unit. */
const rateUnit = 10_000n;

/** How an event's share was found: along the tiers, or in proportion to what its original had earned. */
export type ShareRule = "tiers" | "original";

/** An event that entered the calculation. */
export interface CountedEvent {
  readonly event: RevenueEvent;
  /** Signed: returns count negatively. */
  readonly base: bigint;
  /** The base on which the tiers stood before it. */
  readonly cumulativeBefore: bigint;
  readonly rule: ShareRule;
  /**
   * Each party's exact share in minor units, in the order of the parties; null with the retroactive method, where only
   * the period as a whole earns.
   */
  readonly shares: readonly Fraction[] | null;
}

export type UnmatchedReason = "outside-term" | "original-unknown" | "return-exceeds-original";

/** What one event came to. A return whose original is unknown is counted all the same. */
export interface EventOutcome {
  readonly counted: CountedEvent | null;
  readonly unmatched: Exclude<UnmatchedReason, "outside-term"> | null;
}

/** What a period's events come to, in minor units. */
export interface PeriodAccrual {
  readonly gross: bigint;
  /** Negative or zero. */
  readonly returns: bigint;
  readonly deductions: bigint;
  readonly net: bigint;
  /** Rounded, in the order of the parties; they sum to `net`. */
  readonly shares: readonly bigint[];
  readonly tier: { readonly before: bigint; readonly after: bigint };
  readonly events: number;
  readonly returnEvents: number;
}

interface CountedSale {
  readonly gross: bigint;
  readonly base: bigint;
  readonly earned: readonly bigint[];
  returned: bigint;
}

/**
 * The running calculation of an agreement's shares (statement rules, section 8, steps 2 to 5). Periods are opened in
 * their order, and events given in theirs; only events that belong to the agreement may be given.
 */
export class Accrual {
  #terms: StatementTerms;
  readonly #sales = new Map<string, CountedSale>();
  #cumulative: bigint;
  #period: OpenPeriod;

  constructor(terms: StatementTerms) {
    this.#terms = terms;
    this.#cumulative = terms.share.basis === "cumulative" ? terms.openingBase : 0n;
    this.#period = new OpenPeriod(terms.parties.length, this.#cumulative);
  }

  /** @param terms those of the period; what was counted under earlier ones stays as it is. */
  beginPeriod(terms: StatementTerms): void {
    this.#terms = terms;
    if (this.#terms.share.basis === "period") this.#cumulative = 0n;
    this.#period = new OpenPeriod(this.#terms.parties.length, this.#cumulative);
  }

  add(event: RevenueEvent): EventOutcome {
    const deducted = deductedFrom(event, this.#terms.deductions);
    if (event.type === "sale") return { counted: this.#addSale(event, deducted), unmatched: null };
    const original = event.originalId === null ? undefined : this.#sales.get(event.originalId);
    if (original !== undefined && original.returned + event.gross > original.gross)
      return { counted: null, unmatched: "return-exceeds-original" };
    const unmatched = event.originalId !== null && original === undefined ? "original-unknown" : null;
    return { counted: this.#addReturn(event, deducted, original), unmatched };
  }

  endPeriod(): PeriodAccrual {
    const { gross, returns, deductions, before, events, returnEvents } = this.#period;
    const net = gross + returns - deductions;
    const exact =
      this.#terms.share.method === "marginal" ? this.#period.exactShares() : this.#retroactiveShares(before);
    return {
      gross,
      returns,
      deductions,
      net,
      shares: roundShares(exact, net),
      tier: { before, after: this.#cumulative },
      events,
      returnEvents,
    };
  }

  #addSale(event: RevenueEvent, deducted: bigint): CountedEvent {
    const base = event.gross - deducted;
    const counted = this.#move(event, base, null);
    // Along the tiers, shares are whole ten-thousandths. With the retroactive method a sale earns nothing of its own.
    const earned = (counted.shares ?? []).map(({ numerator }) => numerator);
    this.#sales.set(event.id, { gross: event.gross, base, earned, returned: 0n });
    this.#period.gross += event.gross;
    this.#period.deductions += deducted;
    return counted;
  }

  #addReturn(event: RevenueEvent, deducted: bigint, original: CountedSale | undefined): CountedEvent {
    if (original !== undefined) original.returned += event.gross;
    const base = event.gross - deducted;
    const linked = original !== undefined && original.base !== 0n;
    const shares = linked
      ? original.earned.map((earned) => reduce(-earned * base, rateUnit * original.base))
      : null;
    this.#period.returns -= event.gross;
    this.#period.deductions -= deducted;
    this.#period.returnEvents += 1;
    return this.#move(event, -base, shares);
  }

  /** Moves the base on which the tiers stand, and counts what that earns: along the tiers, or what is given. */
  #move(event: RevenueEvent, base: bigint, given: readonly Fraction[] | null): CountedEvent {
    const before = this.#cumulative;
    this.#cumulative += base;
    this.#period.events += 1;
    const rule: ShareRule = given === null ? "tiers" : "original";
    if (this.#terms.share.method === "retroactive")
      return { event, base, cumulativeBefore: before, rule: "tiers", shares: null };
    const shares = given ?? this.#alongTiers(before, this.#cumulative);
    this.#period.earn(shares);
    return { event, base, cumulativeBefore: before, rule, shares };
  }

  #alongTiers(from: bigint, to: bigint): Fraction[] {
    const { tiers } = this.#terms.share;
    const start = earnedUpTo(tiers, from);
    return earnedUpTo(tiers, to).map((earned, party) => ({
      numerator: earned - (start[party] ?? 0n),
      denominator: rateUnit,
    }));
  }

  /** The period as a whole earns the rate of where it ended on everything, less what it would have where it began. */
  #retroactiveShares(before: bigint): Fraction[] {
    const { tiers } = this.#terms.share;
    const [first, last] = [ratesAt(tiers, before), ratesAt(tiers, this.#cumulative)];
    return last.map((rate, party) => ({
      numerator: rate * this.#cumulative - (first[party] ?? 0n) * before,
      denominator: rateUnit,
    }));
  }
}

class OpenPeriod {
  gross = 0n;
  returns = 0n;
  deductions = 0n;
  events = 0;
  returnEvents = 0;
  readonly before: bigint;
  readonly #sums: readonly ExactSum[];

  constructor(parties: number, before: bigint) {
    this.before = before;
    this.#sums = Array.from({ length: parties }, () => new ExactSum());
  }

  earn(shares: readonly Fraction[]): void {
    shares.forEach((share, party) => {
      this.#sums[party]?.add(share);
    });
  }

  exactShares(): Fraction[] {
    return this.#sums.map((sum) => sum.total());
  }
}
