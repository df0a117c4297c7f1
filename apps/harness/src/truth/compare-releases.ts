import type { Wish } from "../world/release-book";
import type { Books, Difference } from "./difference";

/**
 * What people were told against the releases in the books: every acknowledged one is there with its amount, none is
 * there that nobody wished, and each has arrived or stopped with a reason.
 */
export function compareReleases(wishes: readonly Wish[], { releases, transfers }: Books): Difference {
  const stored = new Map(releases.map((release) => [release.id, release]));
  const told = new Set(wishes.map(({ releaseId }) => releaseId));
  const lost: string[] = [];
  for (const { releaseId, milestoneId, amount } of wishes) {
    if (releaseId === null) continue;
    const release = stored.get(releaseId);
    if (release === undefined) lost.push(`release ${releaseId} of ${amount} was acknowledged and is gone`);
    else if (release.gross !== amount || release.milestone_id !== milestoneId)
      lost.push(`release ${releaseId} was acknowledged with ${amount} and holds ${release.gross}`);
  }
  const unanswered = wishes.filter(({ releaseId }) => releaseId === null);
  const unknown = releases.filter(({ id }) => !told.has(id));
  // A person who never heard back may have been served once, and no more than once.
  const spare = [...unanswered];
  const doubled = unknown.filter(({ milestone_id, gross }) => {
    const at = spare.findIndex((wish) => wish.milestoneId === milestone_id && wish.amount === gross);
    if (at >= 0) spare.splice(at, 1);
    return at < 0;
  });
  const unended = transfers
    .filter(({ status, blocked_reason }) => status !== "confirmed" && blocked_reason === null)
    .map(({ id, status }) => `transfer ${id} is still ${status}`);
  return {
    lost,
    doubled: doubled.map(({ id, gross }) => `release ${id} of ${gross} was wished by nobody`),
    unended,
  };
}
