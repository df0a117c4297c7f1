import { sum } from "../../money/money";
import type { PayeeStatement } from "../calculate-statements";
import type { WriteAmount } from "./amount";
import type { BalanceProof, ProofRow } from "./record";

/**
 * Proves that a payee's balance closes (statement rules, section 2): `opening + earned + top-up − reserve taken + reserve
 * released − recouped ± adjustments − fees − withholding − paid = closing`. What a negative opening balance is made up
 * for moves inside the balance and is no row of its own. `paid` is what this statement makes payable.
 *
 * @throws RangeError when the rows do not add up to the closing balance.
 */
export function proveBalance(
  { share, opening, settlement }: Pick<PayeeStatement, "share" | "opening" | "settlement">,
  write: WriteAmount,
): BalanceProof {
  const rows: [ProofRow["code"], bigint][] = [
    ["opening", opening.payable],
    ["earned", share],
    ["top-up", settlement.topUp],
    ["reserve-taken", -settlement.reserveTaken],
    ["reserve-released", settlement.reserveReleased],
    ["recouped", -settlement.recouped],
    ["adjustments", settlement.adjustments],
    ["fees", -settlement.platformFee],
    ["withholding", -settlement.withholding],
    ["paid", -settlement.payable],
  ];
  const total = sum(rows.map(([, amount]) => amount));
  const closing = settlement.closing.payable;
  if (total !== closing)
    throw new RangeError(`the balance does not add up: ${total} is not ${closing} (minor units)`);
  return [...rows, ["closing", closing] as const].map(([code, amount]) => ({ code, amount: write(amount) }));
}
