import { ok, type Result, refuse } from "../result";
import { highestFeeBp } from "./terms";

/** A fee and the day, as YYYY-MM-DD in UTC, from which new agreements carry it. */
export interface FeeFromDay {
  readonly basisPoints: number;
  readonly fromDay: string;
}

/**
 * Which of the fees that were set is in force on a day: the one from the latest day up to it, and of two from the same
 * day the one set later. `fees` come in the order in which they were set; null when none has begun.
 *
 * @example feeInForce([{ basisPoints: 300, fromDay: "2026-12-01" }], "2026-12-24") // the one of 300
 */
export function feeInForce<F extends FeeFromDay>(fees: readonly F[], day: string): F | null {
  let found: F | null = null;
  for (const fee of fees) {
    if (fee.fromDay <= day && (found === null || fee.fromDay >= found.fromDay)) found = fee;
  }
  return found;
}

/**
 * Whether a fee can be set: what was agreed stays, so a fee begins today (UTC) at the earliest.
 * Refused with `platform_fee.out_of_bounds` and `platform_fee.in_the_past`.
 */
export function checkPlatformFee(fee: FeeFromDay, today: string): Result<FeeFromDay> {
  const { basisPoints, fromDay } = fee;
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > highestFeeBp) {
    return refuse({ code: "platform_fee.out_of_bounds", field: "basisPoints" });
  }
  return fromDay < today ? refuse({ code: "platform_fee.in_the_past", field: "fromDay" }) : ok(fee);
}
