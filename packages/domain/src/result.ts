/** The outcome of a decision that may be refused. Expected refusals are values with a literal `code`, never exceptions. */
export type Result<T, F extends Failure = Failure> = Ok<T> | Refused<F>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<F extends Failure> {
  readonly ok: false;
  readonly failure: F;
}

/**
 * Why something was refused.
 * `code` is literal and stable (`milestone.not_funded`), `field` names the offending input where there is one,
 * `details` carries the figures a sentence needs (amounts as strings of minor units, instants as ISO strings).
 */
export interface Failure {
  readonly code: string;
  readonly field?: string;
  readonly details?: Readonly<Record<string, string | readonly string[]>>;
}

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse<const F extends Failure>(failure: F): Refused<F> {
  return { ok: false, failure };
}
