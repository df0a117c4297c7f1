import type { Failure } from "../api/failure";

/** A failure as a person reads it. */
export interface FailureWords {
  /** What happened. */
  readonly happened: string;
  /** What was not done because of it. */
  readonly notDone: string;
  /** What to do now. */
  readonly todo: string;
}

/** What a sentence may be made of, beside the words: the failure's details, its amounts written out. */
export interface FailureFacts {
  readonly detail: (name: string) => string | undefined;
  readonly list: (name: string) => readonly string[];
  /** A detail that is an amount in minor units, written in the reader's locale; undefined when it is not there. */
  readonly money: (name: string) => string | undefined;
}

export type FailureTeller = FailureWords | ((facts: FailureFacts) => FailureWords);
export type FailureTable = Readonly<Record<string, FailureTeller>>;

/** The facts of one failure; `currency` is meant when the details name none. */
export function readFacts(
  failure: Failure,
  format: (amount: bigint, currency: string) => string,
  currency?: string,
): FailureFacts {
  const detail = (name: string) => {
    const value = failure.details[name];
    return typeof value === "string" ? value : undefined;
  };
  return {
    detail,
    list: (name) => {
      const value = failure.details[name];
      return typeof value === "string" || value === undefined ? [] : value;
    },
    money: (name) => {
      const minor = detail(name);
      const unit = detail("currency") ?? currency;
      return minor !== undefined && unit !== undefined && /^-?\d+$/.test(minor)
        ? format(BigInt(minor), unit)
        : undefined;
    },
  };
}
