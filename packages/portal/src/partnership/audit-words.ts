import type { views } from "@evenshare/domain";

type AuditRow = views.AuditRow;

/** What was done, after the name of who did it: "proposed the milestone Episode 4". */
export function auditWords({ action, subjectType, subjectTitle }: AuditRow): string {
  const name = subjectTitle === null ? "" : ` “${subjectTitle}”`;
  const verb = verbs[action];
  return verb === undefined
    ? `${action.replaceAll(/[._]/g, " ")}, ${subjectType.replaceAll("_", " ")}${name}`
    : `${verb}${name}`;
}

const verbs: Readonly<Record<string, string>> = {
  "partnership.start": "started the partnership",
  "agreement.propose": "proposed the agreement",
  "agreement.accept": "accepted the agreement",
  "milestone.draft": "drafted",
  "milestone.edit": "changed",
  "milestone.propose": "proposed",
  "milestone.withdraw": "withdrew",
  "milestone.decline": "declined",
  "milestone.agree": "agreed to",
  "milestone.fund": "began to fund",
  "milestone.funded": "confirmed the funding of",
  "milestone.start": "started",
  "milestone.submit": "submitted work for",
  "milestone.request_revision": "asked for changes to",
  "milestone.accept": "accepted",
  "milestone.release": "released money for",
  "milestone.release_part": "released a part of",
};

export interface ChangedField {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What differs between before and after, empty values in words. */
export function changedFields({ before, after }: Pick<AuditRow, "before" | "after">): ChangedField[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({
      field: fieldName(field),
      from: before[field] ?? "nothing",
      to: after[field] ?? "nothing",
    }))
    .filter(({ from, to }) => from !== to);
}

/** `reviewEndsAt` and `review_ends_at` are both "review ends at". */
function fieldName(field: string): string {
  return field
    .replaceAll("_", " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}
