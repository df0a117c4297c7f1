import { deductionKinds } from "../terms";
import type { RecordDeduction, RecordStep, StepCode } from "./record";
import type { Scene } from "./scene";

/** Every amount of the calculation in the fixed order of section 2 of the statement rules. */
export function stepsOf({ result, statement, write }: Scene): RecordStep[] {
  const { accrual } = result;
  const { share, settlement } = statement;
  const rows: readonly (readonly [number, StepCode, RecordStep["role"], bigint])[] = [
    [1, "gross", "movement", accrual.gross],
    [2, "returns", "movement", accrual.returns],
    [3, "deductions", "movement", -accrual.deductions],
    [4, "net", "result", accrual.net],
    [5, "share", "result", share],
    [6, "top-up", "movement", settlement.topUp],
    [7, "reserve-taken", "movement", -settlement.reserveTaken],
    [7, "reserve-released", "movement", settlement.reserveReleased],
    [8, "recouped", "movement", -settlement.recouped],
    [9, "adjustments", "movement", settlement.adjustments],
    [9, "due", "result", settlement.due],
    [10, "negative-offset", "movement", -settlement.negativeOffset],
    [11, "platform-fee", "movement", -settlement.platformFee],
    [12, "withholding", "movement", -settlement.withholding],
    [13, "net-due", "result", settlement.netDue],
    [13, "payable", "result", settlement.payable],
    [13, "carried-over", "result", settlement.carriedOver],
  ];
  return rows.map(([step, code, role, amount]) => ({ step, code, role, amount: write(amount) }));
}

/**
 * What was reported of tax, fees and shipping, by kind: those that the agreement lists add up to step 3, the others are
 * told because they were not taken off.
 */
export function deductionsOf({ input, result, write }: Scene): RecordDeduction[] {
  return deductionKinds.flatMap((kind) => {
    const amount = result.counted.reduce(
      (sum, { event }) => sum + (event.type === "sale" ? event[kind] : -event[kind]),
      0n,
    );
    const allowed = input.terms.deductions.includes(kind);
    return allowed || amount !== 0n ? [{ kind, allowed, amount: write(amount) }] : [];
  });
}
