import { type CurrencyCode, decimalAmount } from "@evenshare/domain";
import { parseMoney } from "@evenshare/ui";
import { type PayeeDraft, readPercent, type ShareDraft, type TierDraft } from "./share-draft";

/** How amounts were typed. */
interface Writing {
  readonly currency: CurrencyCode;
  readonly locale: string;
}

/** The proposal of a new agreement as the check is given it; a text that is no number is passed on and refused there. */
export function enteredShare(draft: ShareDraft, locale: string): Record<string, unknown> {
  return {
    title: draft.title,
    payees: draft.payees.map(({ key, partnershipId }) => ({ party: key, partnershipId })),
    terms: enteredTerms(draft, { currency: draft.currency, locale }),
    settings: enteredSettings(draft),
  };
}

/** The same for a further version. */
export function enteredVersion(draft: ShareDraft, locale: string): Record<string, unknown> {
  return {
    terms: enteredTerms(draft, { currency: draft.currency, locale }),
    settings: enteredSettings(draft),
    // Until one was accepted by all, terms take effect at their start.
    effectiveFrom: draft.runs ? draft.effectiveFrom : draft.start,
  };
}

function enteredSettings({
  reviewDays,
  issueDay,
  disputeDays,
  holdingDays,
}: ShareDraft): Record<string, number> {
  const days = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);
  return {
    reviewDays: days(reviewDays),
    issueDay: days(issueDay),
    disputeDays: days(disputeDays),
    holdingDays: days(holdingDays),
  };
}

/** The items of a list that was typed or pasted, one per line. */
export function readItems(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

function enteredTerms(draft: ShareDraft, writing: Writing): Record<string, unknown> {
  const { currency, timeZone, start, end, period, covers, items, deductions, basis, method, tiers } = draft;
  return {
    currency,
    timeZone,
    start,
    end: end === "" ? null : end,
    period,
    items: covers === "all" ? "*" : readItems(items),
    parties: draft.fixedParties ?? [
      ...draft.payees.map(({ key }) => ({ id: key, role: "payee" })),
      { id: draft.payer, role: "payer" },
    ],
    deductions,
    share: {
      basis,
      method,
      tiers: tiers.map((tier, index) => ({
        upTo: index === tiers.length - 1 ? null : readAmount(tier.upTo, writing),
        ratesBp: enteredRates(draft, tier),
      })),
    },
    payees: Object.fromEntries(
      draft.payees
        .map((payee) => [payee.key, enteredPayee(payee, writing)] as const)
        .filter(([, terms]) => Object.keys(terms).length > 0),
    ),
    ...(draft.openingBase.trim() !== "" && { openingBase: readAmount(draft.openingBase, writing) }),
  };
}

function enteredRates({ payees, payer }: ShareDraft, { rates }: TierDraft): Record<string, number> {
  const keys = [...payees.map(({ key }) => key), payer];
  return Object.fromEntries(keys.map((key) => [key, readPercent(rates[key]?.trim() || "0")]));
}

function enteredPayee(payee: PayeeDraft, writing: Writing): Record<string, unknown> {
  const filled = (text: string) => text.trim() !== "";
  const amount = (text: string) => readAmount(text, writing);
  const { floor, advance, reserveRate, minimumPayout, offsetCap, platformFee, withholding } = payee;
  return {
    ...(filled(floor) && { floor: { amount: amount(floor), basis: "earned" } }),
    ...(filled(advance) && {
      advance: { amount: amount(advance), recoupRateBp: readPercent(payee.recoupRate) },
    }),
    ...(filled(reserveRate) && {
      reserve: { rateBp: readPercent(reserveRate), releaseBp: readReleases(payee.reserveReleases) },
    }),
    ...(filled(minimumPayout) && { minimumPayout: amount(minimumPayout) }),
    ...(offsetCap.trim() !== "50" && { negativeOffsetCapBp: readPercent(offsetCap) }),
    ...(filled(platformFee) && { platformFeeBp: readPercent(platformFee) }),
    ...(filled(withholding) && { withholdingBp: readPercent(withholding) }),
    ...enteredOpening(payee, amount),
    ...(payee.adjustments !== undefined && { adjustments: payee.adjustments }),
  };
}

function enteredOpening(
  { openingPayable, openingReleases }: PayeeDraft,
  amount: (text: string) => string,
): Record<string, unknown> {
  if (openingPayable.trim() === "" && openingReleases.trim() === "") return {};
  const reserveReleases = openingReleases.trim() === "" ? [] : openingReleases.split(";").map(amount);
  return {
    opening: { payable: openingPayable.trim() === "" ? "0" : amount(openingPayable), reserveReleases },
  };
}

/** Percentages with semicolons between, or commas and spaces; NaN, which is refused as a whole, where one of them is none. */
function readReleases(text: string): number[] | number {
  const rates = text.split(/;|,\s/).map(readPercent);
  return rates.some(Number.isNaN) ? Number.NaN : rates;
}

/** An amount as terms write it. What is no amount stays as it was typed, to be refused with a reason. */
function readAmount(text: string, { currency, locale }: Writing): string {
  const bare = text.trim();
  const negative = /^[-−]/.test(bare);
  const parsed = parseMoney(bare.replace(/^[-−]\s*/, ""), currency, locale);
  if (parsed.ok) return `${negative ? "-" : ""}${decimalAmount(parsed.amount, currency)}`;
  return parsed.problem === "zero" ? "0" : bare;
}
