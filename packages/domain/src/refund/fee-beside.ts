import { feeOfNext } from "../milestone/release";
import type { MilestoneSnapshot } from "../milestone/snapshot";
import { minimum } from "../money/money";

/**
 * The fee that lies beside a part of the held amount: what releasing it last would earn. Taken from the top of the running
 * total, so that what stays keeps exactly the fee its releases will earn (ADR 8). All that is held takes all of the fee.
 *
 * @example feeBeside(snapshot, 20_000n) // 500n at 250 basis points, borne by the brand
 */
export function feeBeside({ money, terms, currency }: MilestoneSnapshot, amount: bigint): bigint {
  if (amount === money.held) return money.feeHeld;
  if (terms.feeBearer === "producer") return 0n;
  const before = money.released + money.held - amount;
  return minimum(feeOfNext(before, amount, terms.feeBp, currency), money.feeHeld);
}
