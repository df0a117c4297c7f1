import type { views } from "@evenshare/domain";

type MilestoneView = views.MilestoneView;

/** The newest version of the work; undefined before the first. */
export function latestSubmission({ submissions }: Pick<MilestoneView, "submissions">) {
  return [...submissions].sort((a, b) => b.version - a.version)[0];
}

/** The changes asked for last, if they are about the newest version; undefined otherwise. */
export function latestRevision(milestone: Pick<MilestoneView, "submissions" | "revisions">) {
  const version = latestSubmission(milestone)?.version;
  return milestone.revisions.find(({ submissionVersion }) => submissionVersion === version);
}
