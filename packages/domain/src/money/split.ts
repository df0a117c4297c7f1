import type { MoneySplit } from "../views/shapes";
import type { CurrencyCode } from "./currency";

/** What the ledger and the releases say about one milestone, in minor units of `currency`. */
export interface MoneyFigures {
  readonly currency: CurrencyCode;
  /** What was agreed for the milestone. */
  readonly amount: bigint;
  readonly held: bigint;
  readonly feeHeld: bigint;
  /** Let go, fee included. */
  readonly released: bigint;
  /** Returned to the brand, or on its way there. */
  readonly refunded: bigint;
  /** Of that, what the provider has not booked yet. */
  readonly refunding: bigint;
  readonly inFlight: bigint;
  readonly paidOut: bigint;
}

/**
 * Where the money of one milestone stands: `funded = released + refunded + held`, `committed = funded + toFund`.
 *
 * @example splitMoney({ currency: "GBP", amount: 500n, held: 200n, released: 100n, … }).toFund // 200n
 */
export function splitMoney({ amount, ...figures }: MoneyFigures): MoneySplit {
  const funded = figures.released + figures.refunded + figures.held;
  const toFund = amount > funded ? amount - funded : 0n;
  return { ...figures, funded, toFund, committed: funded + toFund };
}

/** Adds splits up, one per currency, in the order of the currencies' codes. */
export function addSplits(splits: Iterable<MoneySplit>): MoneySplit[] {
  const totals = new Map<CurrencyCode, MoneySplit>();
  for (const split of splits) {
    const total = totals.get(split.currency);
    totals.set(split.currency, total === undefined ? split : add(total, split));
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function add(a: MoneySplit, b: MoneySplit): MoneySplit {
  return {
    currency: a.currency,
    committed: a.committed + b.committed,
    funded: a.funded + b.funded,
    held: a.held + b.held,
    toFund: a.toFund + b.toFund,
    released: a.released + b.released,
    refunded: a.refunded + b.refunded,
    refunding: a.refunding + b.refunding,
    inFlight: a.inFlight + b.inFlight,
    paidOut: a.paidOut + b.paidOut,
    feeHeld: a.feeHeld + b.feeHeld,
  };
}
