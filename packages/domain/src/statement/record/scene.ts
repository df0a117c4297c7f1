import type { PayeeStatement, PeriodResult } from "../calculate-statements";
import { type PayeeTerms, plainPayee } from "../terms";
import { amountsIn, type WriteAmount } from "./amount";
import type { StatementInput } from "./input";

/** One statement among the results, found once for all parts of its record. */
export interface Scene {
  readonly input: StatementInput;
  readonly write: WriteAmount;
  /** The results up to the statement's period. */
  readonly history: readonly PeriodResult[];
  readonly result: PeriodResult;
  readonly statement: PayeeStatement;
  /** The payee's place among the parties. */
  readonly position: number;
  readonly payeeTerms: PayeeTerms;
}

/** @throws RangeError when the results do not hold the period, or the terms not the payee. */
export function openScene(input: StatementInput): Scene {
  const index = input.results.findIndex(({ period }) => period.name === input.period);
  const result = input.results[index];
  if (result === undefined) throw new RangeError(`period ${input.period} was not computed`);
  const statement = statementOf(result, input.payee);
  if (statement === undefined) throw new RangeError(`${input.payee} is no payee of the agreement`);
  return {
    input,
    write: amountsIn(input.currency),
    history: input.results.slice(0, index + 1),
    result,
    statement,
    position: input.terms.parties.findIndex(({ id }) => id === input.payee),
    payeeTerms: input.terms.payees.get(input.payee) ?? plainPayee,
  };
}

/** A payee's statement among those of a period. */
export function statementOf(result: PeriodResult, payee: string): PayeeStatement | undefined {
  return result.statements.find(({ party }) => party === payee);
}
