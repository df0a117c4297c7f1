import { type CurrencyCode, views } from "@evenshare/domain";
import type { z } from "zod";

/** What both forms ask for; the rest of the input is the page's own knowledge. */
export const milestoneFieldsSchema = views.draftMilestoneInput.omit({
  commandKey: true,
  partnershipId: true,
  currency: true,
});
export type MilestoneFields = z.infer<typeof milestoneFieldsSchema>;

/** A criterion as it is being written; `key` stays with it while others come and go around it. */
export interface DraftCriterion {
  readonly key: number;
  readonly text: string;
}

/** A milestone as it is being written. */
export interface MilestoneDraft {
  readonly title: string;
  readonly description: string;
  readonly amountText: string;
  /** Minor units; null while the text is not an amount. */
  readonly amount: bigint | null;
  readonly criteria: readonly DraftCriterion[];
  /** ISO date, or empty. */
  readonly dueOn: string;
}

export const emptyDraft: MilestoneDraft = {
  title: "",
  description: "",
  amountText: "",
  amount: null,
  criteria: [{ key: 0, text: "" }],
  dueOn: "",
};

/** A milestone that exists, as the form starts with it; `write` puts its amount as text. */
export function draftOf(
  milestone: views.MilestoneView,
  write: (amount: bigint, currency: CurrencyCode) => string,
): MilestoneDraft {
  const { money } = milestone;
  return {
    title: milestone.title,
    description: milestone.description,
    amountText: write(money.committed, money.currency),
    amount: money.committed,
    criteria: [...milestone.criteria]
      .sort((a, b) => a.position - b.position)
      .map(({ text }, key) => ({ key, text })),
    dueOn: milestone.dueOn ?? "",
  };
}

/** What the form's check is given: criteria left empty at the end are not meant. */
export function enteredFields(draft: MilestoneDraft): unknown {
  const texts = draft.criteria.map(({ text }) => text.trim());
  const last = texts.findLastIndex((text) => text !== "");
  return {
    title: draft.title,
    description: draft.description,
    amount: draft.amount,
    criteria: texts.slice(0, last + 1),
    dueOn: draft.dueOn === "" ? null : draft.dueOn,
  };
}
