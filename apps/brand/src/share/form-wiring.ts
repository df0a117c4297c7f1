import type { FormCheck } from "@evenshare/portal";
import type { ShareDraft } from "./share-draft";

/** What every group of fields of the form is given. */
export interface ShareFieldsProps {
  draft: ShareDraft;
  onChange: (change: Partial<ShareDraft>) => void;
  form: Pick<FormCheck<unknown>, "errorOf" | "idOf">;
}

/** The id of a control and what is wrong with it: with any of its fields, of which the first one names it. */
export function wire(form: ShareFieldsProps["form"], first: string, ...others: readonly string[]) {
  const error = [first, ...others].map(form.errorOf).find((found) => found !== undefined);
  return { id: form.idOf(first), error };
}

/** Attributes of boxes for figures. */
export const figures = { inputMode: "decimal", autoComplete: "off" } as const;

/** How sentences about each field begin. */
export function labelsOf({ tiers, payees, payer }: ShareDraft): Record<string, string> {
  const tierLabels = tiers.flatMap((_, index) => {
    const at = `terms.share.tiers.${index}`;
    const named = tiers.length === 1 ? "The rates" : `The rates of tier ${index + 1}`;
    return [
      [`${at}.upTo`, `The end of tier ${index + 1}`],
      [`${at}.ratesBp`, named],
      [`${at}.ratesBp.${payer}`, "Your rate"],
      ...payees.map(({ key, name }) => [`${at}.ratesBp.${key}`, `The rate of ${name}`]),
    ];
  });
  const payeeLabels = payees.flatMap(({ key, name }, index) => {
    const at = `terms.payees.${key}`;
    return [
      [`payees.${index}.partnershipId`, name],
      [`terms.parties.${index}`, name],
      [`${at}.floor.amount`, `The floor of ${name}`],
      [`${at}.advance.amount`, `The advance of ${name}`],
      [`${at}.advance.recoupRateBp`, `The recoup rate of ${name}`],
      [`${at}.reserve.rateBp`, `The reserve of ${name}`],
      [`${at}.reserve.releaseBp`, `The releases of the reserve of ${name}`],
      [`${at}.minimumPayout`, `The minimum payout of ${name}`],
      [`${at}.negativeOffsetCapBp`, `The most taken off for ${name}`],
      [`${at}.platformFeeBp`, `The platform fee of ${name}`],
      [`${at}.withholdingBp`, `The withholding tax of ${name}`],
      [`${at}.opening`, `The balance of ${name} at the start`],
      [`${at}.opening.payable`, `The balance of ${name} at the start`],
      [`${at}.opening.reserveReleases`, `The reserves of ${name} that are still held`],
    ];
  });
  return { ...plainLabels, ...Object.fromEntries([...tierLabels, ...payeeLabels]) };
}

const plainLabels = {
  title: "The title",
  payees: "The producers",
  terms: "This term",
  settings: "This number of days",
  effectiveFrom: "The day on which it takes effect",
  "terms.parties": "The parties",
  "terms.items": "The items",
  "terms.start": "The start",
  "terms.end": "The end",
  "terms.timeZone": "The time zone",
  "terms.openingBase": "The net revenue before the start",
  "settings.reviewDays": "The review",
  "settings.issueDay": "The day of issue",
  "settings.disputeDays": "The time for disputes",
  "settings.holdingDays": "The holding time",
};
