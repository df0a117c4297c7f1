import {
  type CurrencyCode,
  minorDigits,
  type PayeeTermsFile,
  readDecimal,
  type views,
} from "@evenshare/domain";
import { writeAmount } from "@evenshare/ui";
import { newPayee, type PayeeDraft, type ShareDraft, writePercent } from "./share-draft";

/** What a further version starts with: the terms as they stand, from the earliest day on which others can count. */
export function draftOfVersion(share: views.ShareView, locale: string): ShareDraft {
  const version = share.versions.find(({ status }) => status === "active") ?? share.versions[0];
  if (version === undefined) throw new Error("an agreement has no version");
  const { terms, settings } = version;
  const amount = (text: string) => writeTermsAmount(text, terms.currency, locale);
  return {
    title: share.title,
    payees: share.parties
      .filter(({ role }) => role === "payee")
      .map(({ key, name }) => payeeDraft(key, name, terms.payees[key], amount)),
    payer: terms.parties.find(({ role }) => role === "payer")?.id ?? "",
    fixedParties: terms.parties,
    runs: version.activatedAt !== null,
    currency: terms.currency,
    timeZone: terms.timeZone,
    period: terms.period,
    start: terms.start,
    end: terms.end ?? "",
    covers: terms.items === "*" ? "all" : "listed",
    items: terms.items === "*" ? "" : terms.items.join("\n"),
    deductions: terms.deductions,
    basis: terms.share.basis,
    method: terms.share.method,
    tiers: terms.share.tiers.map(({ upTo, ratesBp }, key) => ({
      key,
      upTo: upTo === null ? "" : amount(upTo),
      rates: Object.fromEntries(Object.entries(ratesBp).map(([party, rate]) => [party, writePercent(rate)])),
    })),
    openingBase: terms.openingBase === undefined ? "" : amount(terms.openingBase),
    effectiveFrom: share.nextBorder,
    reviewDays: String(settings.reviewDays),
    issueDay: String(settings.issueDay),
    disputeDays: String(settings.disputeDays),
    holdingDays: String(settings.holdingDays),
  };
}

function payeeDraft(
  key: string,
  name: string,
  terms: PayeeTermsFile = {},
  amount: (text: string) => string,
): PayeeDraft {
  const optional = (text: string | undefined) => (text === undefined ? "" : amount(text));
  const percent = (rate: number | undefined, otherwise: string) =>
    rate === undefined ? otherwise : writePercent(rate);
  return {
    ...newPayee(name, "", []),
    key,
    floor: optional(terms.floor?.amount),
    advance: optional(terms.advance?.amount),
    recoupRate: percent(terms.advance?.recoupRateBp, "100"),
    reserveRate: percent(terms.reserve?.rateBp, ""),
    reserveReleases: terms.reserve?.releaseBp.map(writePercent).join("; ") ?? "100",
    minimumPayout: optional(terms.minimumPayout),
    offsetCap: percent(terms.negativeOffsetCapBp, "50"),
    platformFee: percent(terms.platformFeeBp, ""),
    withholding: percent(terms.withholdingBp, ""),
    openingPayable: optional(terms.opening?.payable),
    openingReleases: terms.opening?.reserveReleases.map(amount).join("; ") ?? "",
    adjustments: terms.adjustments,
  };
}

function writeTermsAmount(text: string, currency: CurrencyCode, locale: string): string {
  const read = readDecimal(text, minorDigits(currency), { negative: true });
  return read.ok ? writeAmount(read.amount, currency, locale) : text;
}
