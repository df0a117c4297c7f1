import { writeDecimal } from "../../money/decimal-text";

/** The currency a statement is written in, and how many digits follow its decimal point. */
export interface StatementCurrency {
  readonly code: string;
  readonly digits: number;
}

/** An amount as a record holds it: whole minor units and decimal text, so that nobody has to know the digits to read it. */
export interface RecordAmount {
  /** A whole number of minor units, as text: it may be larger than what JSON readers can hold. */
  readonly minor: string;
  readonly decimal: string;
}

export type WriteAmount = (minor: bigint) => RecordAmount;

/** @example amountsIn({ code: "KWD", digits: 3 })(-5n) // { minor: "-5", decimal: "-0.005" } */
export function amountsIn({ digits }: StatementCurrency): WriteAmount {
  return (minor) => ({ minor: minor.toString(), decimal: writeDecimal(minor, digits) });
}
