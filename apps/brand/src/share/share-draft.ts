import {
  type CurrencyCode,
  type DeductionKind,
  defaultShareSettings,
  type PayeeTermsFile,
  type PeriodKind,
  type ProposedTerms,
  presetRates,
} from "@evenshare/domain";

/** Terms as they are being chosen: everything that is typed is text until it is checked. */
export interface ShareDraft {
  readonly title: string;
  readonly payees: readonly PayeeDraft[];
  /** The id of the side that proposes and pays. */
  readonly payer: string;
  /** The parties of an agreement that is there, which stay as they are; null for a new one. */
  readonly fixedParties: ProposedTerms["parties"] | null;
  /** Whether a version was accepted by all: then what money was counted by stays as it is. */
  readonly runs: boolean;
  readonly currency: CurrencyCode;
  readonly timeZone: string;
  readonly period: PeriodKind;
  readonly start: string;
  /** Empty for none. */
  readonly end: string;
  readonly covers: "all" | "listed";
  /** One item per line. */
  readonly items: string;
  readonly deductions: readonly DeductionKind[];
  readonly basis: "cumulative" | "period";
  readonly method: "marginal" | "retroactive";
  readonly tiers: readonly TierDraft[];
  readonly openingBase: string;
  readonly effectiveFrom: string;
  readonly reviewDays: string;
  readonly issueDay: string;
  readonly disputeDays: string;
  readonly holdingDays: string;
}

export interface TierDraft {
  /** Only for React, so that rows keep their identity. */
  readonly key: number;
  /** Up to which net revenue; not used of the last one. */
  readonly upTo: string;
  /** Percent by party. */
  readonly rates: Readonly<Record<string, string>>;
}

export interface PayeeDraft {
  /** Its id in the terms. */
  readonly key: string;
  readonly name: string;
  /** Empty for a version of an agreement that is there: its parties stay. */
  readonly partnershipId: string;
  readonly floor: string;
  readonly advance: string;
  readonly recoupRate: string;
  readonly reserveRate: string;
  /** Percent by period, with semicolons between. */
  readonly reserveReleases: string;
  readonly minimumPayout: string;
  readonly offsetCap: string;
  readonly platformFee: string;
  readonly withholding: string;
  readonly openingPayable: string;
  /** Amounts by period, with semicolons between. */
  readonly openingReleases: string;
  /** Are not edited here and stay as they are. */
  readonly adjustments: PayeeTermsFile["adjustments"];
}

/** How the side that proposes and pays is called in the terms of a new agreement. */
const payerKey = "brand";

/** What a brand starts with: nobody chosen, everything shared half and half from the first of next month on. */
export function startShare(timeZone: string, today: string): ShareDraft {
  const start = firstOfNextMonth(today);
  return {
    title: "",
    payees: [],
    payer: payerKey,
    fixedParties: null,
    runs: false,
    currency: "GBP",
    timeZone,
    period: "month",
    start,
    end: "",
    covers: "listed",
    items: "",
    deductions: ["tax"],
    basis: "cumulative",
    method: "marginal",
    tiers: [{ key: 0, upTo: "", rates: percentRates([], payerKey, 5_000) }],
    openingBase: "",
    effectiveFrom: start,
    reviewDays: String(defaultShareSettings.reviewDays),
    issueDay: String(defaultShareSettings.issueDay),
    disputeDays: String(defaultShareSettings.disputeDays),
    holdingDays: String(defaultShareSettings.holdingDays),
  };
}

/** A payee with nothing agreed alone; its id is made of its name, and unlike all others. */
export function newPayee(
  name: string,
  partnershipId: string,
  others: readonly Pick<PayeeDraft, "key">[],
): PayeeDraft {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 30);
  const base = plain === "" ? "producer" : plain;
  const taken = new Set([payerKey, ...others.map(({ key }) => key)]);
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`;
  return {
    key,
    name,
    partnershipId,
    floor: "",
    advance: "",
    recoupRate: "100",
    reserveRate: "",
    reserveReleases: "100",
    minimumPayout: "",
    offsetCap: "50",
    platformFee: "",
    withholding: "",
    openingPayable: "",
    openingReleases: "",
    adjustments: undefined,
  };
}

/** The rates of a usual split, as they are typed. */
export function percentRates(
  payees: readonly Pick<PayeeDraft, "key">[],
  payer: string,
  payeesBp: number,
): TierDraft["rates"] {
  const rates = presetRates(
    payees.map(({ key }) => key),
    payer,
    payeesBp,
  );
  return Object.fromEntries(Object.entries(rates).map(([key, rate]) => [key, writePercent(rate)]));
}

/** Basis points as percent, exactly: 3334 is "33.34". */
export function writePercent(basisPoints: number): string {
  const whole = Math.floor(basisPoints / 100);
  const rest = basisPoints % 100;
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, "0").replace(/0$/, "")}`;
}

/** Percent as basis points, exactly; NaN for what is no percentage with at most two decimals. */
export function readPercent(text: string): number {
  const [, whole, decimals = ""] = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim()) ?? [];
  return whole === undefined ? Number.NaN : Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
}

function firstOfNextMonth(today: string): string {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}
