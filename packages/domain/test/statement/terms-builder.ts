import { type PayeeTerms, plainPayee, type RevenueEvent, type StatementTerms, type Tier } from "../../src";

/** Terms of one payee, `studio`, and one payer, `retailer`, in London months from December 2010. */
export function termsOf(
  changes: Partial<StatementTerms> = {},
  payee: Partial<PayeeTerms> = {},
): StatementTerms {
  return {
    agreement: "AGR-1",
    timeZone: "Europe/London",
    start: "2010-12-01",
    end: null,
    period: "month",
    items: "*",
    parties: [
      { id: "studio", role: "payee" },
      { id: "retailer", role: "payer" },
    ],
    deductions: [],
    share: { basis: "cumulative", method: "marginal", tiers: [tier(null, 10_000n, 0n)] },
    payees: new Map([["studio", { ...plainPayee, ...payee }]]),
    openingBase: 0n,
    ...changes,
  };
}

export function tier(upTo: bigint | null, ...ratesBp: readonly bigint[]): Tier {
  return { upTo, ratesBp };
}

let count = 0;

/** A sale on 10 December 2010 unless it says otherwise. */
export function sale(gross: bigint, changes: Partial<RevenueEvent> = {}): RevenueEvent {
  count += 1;
  const day = changes.day ?? "2010-12-10";
  return {
    id: `event-${String(count).padStart(6, "0")}`,
    at: { seconds: Date.parse(`${day}T12:00:00Z`) / 1000, decimals: "" },
    day,
    type: "sale",
    item: "22326",
    gross,
    tax: 0n,
    fees: 0n,
    shipping: 0n,
    originalId: null,
    ...changes,
  };
}

export function returned(gross: bigint, changes: Partial<RevenueEvent> = {}): RevenueEvent {
  return sale(gross, { type: "return", ...changes });
}
