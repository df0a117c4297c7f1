import type { ChargeShare } from "../milestone/snapshot";
import { minimum, sum } from "../money/money";
import type { ChargePart } from "./charge-part";

/**
 * Divides held money that leaves a milestone, other than by release, over the charges that brought it: newest charge
 * first, each as far as it reaches. Releases draw on the oldest, so what is left there meets them.
 *
 * The fee follows the charges whose amount is taken; only where those have too little of it left do others give some.
 *
 * @throws RangeError when the charges do not cover it, which would mean that held money has no charge behind it.
 */
export function takeFromCharges(
  charges: readonly ChargeShare[],
  wanted: { readonly amount: bigint; readonly fee: bigint },
): ChargePart[] {
  const newestFirst = [...charges].reverse();
  const amounts = fill(
    newestFirst.map(({ left }) => left),
    wanted.amount,
  );
  const touched = newestFirst.map((_, index) => (amounts[index] ?? 0n) > 0n);
  const order = [...newestFirst.keys()].sort((a, b) => Number(touched[b]) - Number(touched[a]) || a - b);
  const filled = fill(
    order.map((index) => newestFirst[index]?.fee ?? 0n),
    wanted.fee,
  );
  const feeOf = new Map(order.map((index, position) => [index, filled[position] ?? 0n]));
  return newestFirst
    .map(({ fundingId }, index) => ({
      fundingId,
      amount: amounts[index] ?? 0n,
      fee: feeOf.get(index) ?? 0n,
    }))
    .filter(({ amount, fee }) => amount + fee > 0n);
}

function fill(room: readonly bigint[], wanted: bigint): bigint[] {
  let open = wanted;
  const parts = room.map((most) => {
    const part = minimum(open, most);
    open -= part;
    return part;
  });
  if (open !== 0n) throw new RangeError(`the charges do not cover ${wanted}: only ${sum(parts)}`);
  return parts;
}
