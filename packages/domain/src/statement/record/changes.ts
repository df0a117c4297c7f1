import type { PayeeStatement, PeriodResult } from "../calculate-statements";
import type { ComparedFigure, RecordChanges } from "./record";
import { type Scene, statementOf } from "./scene";

/** The figures of this period beside those of the one before, and what else is new. */
export function changesOf({ input, history, result, statement, write }: Scene): RecordChanges {
  const last = history.at(-2);
  const lastStatement = last === undefined ? undefined : statementOf(last, input.payee);
  if (last === undefined || lastStatement === undefined)
    return { since: null, figures: [], notes: input.changeNotes };
  const before = figuresOf(last, lastStatement);
  const figures = figuresOf(result, statement).map(([figure, now], index) => {
    const then = before[index]?.[1] ?? 0n;
    return { figure, before: write(then), now: write(now), difference: write(now - then) };
  });
  return { since: last.period.name, figures, notes: input.changeNotes };
}

function figuresOf(
  { accrual }: PeriodResult,
  { share, settlement }: PayeeStatement,
): readonly (readonly [ComparedFigure, bigint])[] {
  return [
    ["netRevenue", accrual.net],
    ["share", share],
    ["topUp", settlement.topUp],
    ["heldBack", settlement.reserveTaken],
    ["recouped", settlement.recouped],
    ["payable", settlement.payable],
  ];
}
