import type { views } from "@evenshare/domain";
import { DateTime, Disclosure, formatFileSize, Section, TextLink, useFormatting } from "@evenshare/ui";
import { FileText, LinkIcon } from "lucide-react";

type MilestoneView = views.MilestoneView;
type Submission = MilestoneView["submissions"][number];

/** What was submitted, newest first, and what was asked to change in each version. */
export function SubmissionsSection({ milestone }: { milestone: MilestoneView }) {
  if (milestone.submissions.length === 0) return null;
  const submissions = [...milestone.submissions].sort((a, b) => b.version - a.version);
  return (
    <Section title="Submitted work">
      <div className="border-t">
        {submissions.map((submission, index) => (
          <Disclosure
            key={submission.id}
            defaultOpen={index === 0}
            summary={
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                Version {submission.version}
                <span className="text-small font-normal text-muted">
                  {submission.submittedBy} ·{" "}
                  <DateTime at={submission.submittedAt} timeZone={milestone.timeZone} />
                </span>
              </span>
            }
          >
            <SubmissionContent submission={submission} />
            <AskedChanges
              milestone={milestone}
              revisions={milestone.revisions.filter(
                ({ submissionVersion }) => submissionVersion === submission.version,
              )}
            />
          </Disclosure>
        ))}
      </div>
    </Section>
  );
}

function SubmissionContent({ submission }: { submission: Submission }) {
  return (
    <div className="flex flex-col gap-3">
      {isBare(submission) && (
        <p className="text-dense text-muted">Only the check of the criteria; no note, files or links.</p>
      )}
      {submission.note !== "" && <p className="max-w-reading whitespace-pre-line">{submission.note}</p>}
      {submission.files.length > 0 && (
        <ul aria-label={`Files of version ${submission.version}`} className="divide-y border-y text-dense">
          {submission.files.map((file) => (
            <FileLine key={file.id} file={file} />
          ))}
        </ul>
      )}
      {submission.links.length > 0 && (
        <ul aria-label={`Links of version ${submission.version}`} className="flex flex-col gap-1 text-dense">
          {submission.links.map((link) => (
            <li key={link} className="flex items-start gap-2">
              <LinkIcon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
              <TextLink href={link} target="_blank" rel="noopener noreferrer nofollow" className="break-all">
                {link}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function FileLine({ file }: { file: views.FileView }) {
  const { locale } = useFormatting();
  return (
    <li className="flex items-start gap-3 py-2">
      <FileText aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <TextLink href={file.href} download className="break-all">
            <bdi>{file.name}</bdi>
          </TextLink>
          <span className="figures text-small text-muted">{formatFileSize(file.size, locale)}</span>
        </p>
        <p className="truncate text-small text-muted" title={`SHA-256 ${file.sha256}`}>
          SHA-256 {file.sha256}
        </p>
      </div>
    </li>
  );
}

function isBare({ note, files, links }: Submission): boolean {
  return note === "" && files.length === 0 && links.length === 0;
}

interface AskedChangesProps {
  milestone: MilestoneView;
  revisions: MilestoneView["revisions"];
}

function AskedChanges({ milestone, revisions }: AskedChangesProps) {
  return revisions.map((revision) => (
    <div key={revision.id} className="mt-4 border-l-2 border-held pl-3 text-dense">
      <p className="font-medium">
        Changes asked for, round {revision.round} of {milestone.terms.includedRevisions}
      </p>
      <p className="text-small text-muted">
        {revision.requestedBy} · <DateTime at={revision.requestedAt} timeZone={milestone.timeZone} />
      </p>
      {revision.note !== "" && <p className="mt-1 max-w-reading whitespace-pre-line">{revision.note}</p>}
      <ul className="mt-1 ml-4 list-disc">
        {revision.failed.map(({ criterionId, comment }) => (
          <li key={criterionId}>
            {milestone.criteria.find(({ id }) => id === criterionId)?.text ?? "A criterion"}
            {comment !== "" && <span className="text-muted">: {comment}</span>}
          </li>
        ))}
      </ul>
    </div>
  ));
}
