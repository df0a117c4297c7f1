import type { EntryDraft } from "../ledger/entry";
import { sum } from "../money/money";
import type { MilestoneSnapshot } from "./snapshot";

/** What is held of a milestone once the entries are written. Debits take from what is held. */
export function heldAfter(
  { money, id }: Pick<MilestoneSnapshot, "money" | "id">,
  entries: readonly EntryDraft[],
): bigint {
  const postings = entries.flatMap((entry) => entry.postings);
  const moved = postings.filter(({ account }) => account.kind === "milestone_held" && account.ownerId === id);
  return money.held - sum(moved.map(({ amount }) => amount));
}
