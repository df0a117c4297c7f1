import type { PeriodKind } from "../statement/period";
import type { ProposedTerms } from "./terms-file";

/** Terms that are allowed, but that a producer rarely should accept. */
export interface ShareWarning {
  readonly party: string;
  readonly kind: "reserve_high" | "reserve_long";
}

const highReserveBp = 2_000;
const longReserveMonths = 12;
const monthsOf: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** Reserves above 20 %, and those of which something is held for more than 12 months. */
export function shareWarnings({ period, payees }: Pick<ProposedTerms, "period" | "payees">): ShareWarning[] {
  return Object.entries(payees).flatMap(([party, { reserve }]) => {
    if (reserve === undefined || reserve.rateBp === 0) return [];
    const periods = reserve.releaseBp.findLastIndex((release) => release > 0) + 1;
    return [
      ...(reserve.rateBp > highReserveBp ? [{ party, kind: "reserve_high" } as const] : []),
      ...(periods * monthsOf[period] > longReserveMonths ? [{ party, kind: "reserve_long" } as const] : []),
    ];
  });
}
