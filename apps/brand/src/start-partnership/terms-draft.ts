import { defaultMilestoneTerms, isCurrencyCode } from "@evenshare/domain";

/** Terms as they are being chosen: everything is text until it is checked. */
export interface TermsDraft {
  readonly currency: string;
  readonly timeZone: string;
  readonly reviewDays: string;
  readonly includedRevisions: string;
  readonly feeBearer: string;
  readonly dormancyDefault: string;
  readonly firstMinimumStart: string;
  readonly minimumStart: string;
}

/** The terms a brand starts with, in its own time zone. */
export function startTerms(timeZone: string, currency: string): TermsDraft {
  return {
    currency: isCurrencyCode(currency) ? currency : "EUR",
    timeZone,
    reviewDays: String(defaultMilestoneTerms.reviewDays),
    includedRevisions: String(defaultMilestoneTerms.includedRevisions),
    feeBearer: defaultMilestoneTerms.feeBearer,
    dormancyDefault: defaultMilestoneTerms.dormancyDefault,
    firstMinimumStart: String(defaultMilestoneTerms.firstMinimumStartBp / 100),
    minimumStart: String(defaultMilestoneTerms.minimumStartBp / 100),
  };
}

/** What the check is given: counts and basis points; a text that is no number is passed on as it is and refused there. */
export function enteredTerms(draft: TermsDraft): Record<string, unknown> {
  return {
    currency: draft.currency,
    timeZone: draft.timeZone,
    reviewDays: readNumber(draft.reviewDays),
    includedRevisions: readNumber(draft.includedRevisions),
    feeBearer: draft.feeBearer,
    dormancyDefault: draft.dormancyDefault,
    firstMinimumStartBp: readPercent(draft.firstMinimumStart),
    minimumStartBp: readPercent(draft.minimumStart),
  };
}

function readNumber(text: string): unknown {
  return /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
}

function readPercent(text: string): unknown {
  const read = readNumber(text);
  return typeof read === "number" ? read * 100 : read;
}
