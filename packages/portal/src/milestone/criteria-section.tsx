import type { views } from "@evenshare/domain";
import { Section } from "@evenshare/ui";
import { CircleCheck, CircleDashed, CircleX } from "lucide-react";

import { latestSubmission } from "./latest";

type MilestoneView = views.MilestoneView;

/** What the work must meet, as agreed, with how the producer judged it last and what the brand found missing. */
export function CriteriaSection({ milestone }: { milestone: MilestoneView }) {
  const latest = latestSubmission(milestone);
  const revision = milestone.revisions.find(({ submissionVersion }) => submissionVersion === latest?.version);
  const met = latest?.criteria.filter((check) => check.met).length ?? 0;
  const criteria = [...milestone.criteria].sort((a, b) => a.position - b.position);
  return (
    <Section
      title={latest ? `Criteria, ${met} of ${criteria.length} met by the producer's own check` : "Criteria"}
      description={latest ? undefined : "Asking for changes must point at one of these."}
    >
      <ol className="divide-y border-y">
        {criteria.map((criterion) => (
          <Criterion
            key={criterion.id}
            text={criterion.text}
            check={latest?.criteria.find(({ criterionId }) => criterionId === criterion.id)}
            failed={revision?.failed.find(({ criterionId }) => criterionId === criterion.id)}
          />
        ))}
      </ol>
    </Section>
  );
}

interface CriterionProps {
  text: string;
  check: MilestoneView["submissions"][number]["criteria"][number] | undefined;
  failed: MilestoneView["revisions"][number]["failed"][number] | undefined;
}

function Criterion({ text, check, failed }: CriterionProps) {
  const [Icon, tone, words] = look(check, failed);
  return (
    <li className="flex items-start gap-3 py-2.5">
      <Icon aria-label={words} role="img" className={`mt-0.5 size-5 shrink-0 ${tone}`} />
      <div className="min-w-0">
        <p>{text}</p>
        {check !== undefined && check.note !== "" && (
          <p className="text-small text-muted">Producer: {check.note}</p>
        )}
        {failed !== undefined && (
          <p className="text-small text-risk-text">Brand: {failed.comment || "not met"}</p>
        )}
      </div>
    </li>
  );
}

function look(check: CriterionProps["check"], failed: CriterionProps["failed"]) {
  if (failed !== undefined) return [CircleX, "text-risk-text", "Found not met by the brand"] as const;
  if (check === undefined) return [CircleDashed, "text-muted", "Not checked yet"] as const;
  return check.met
    ? ([CircleCheck, "text-released-text", "Met by the producer's own check"] as const)
    : ([CircleDashed, "text-held-text", "Not met by the producer's own check"] as const);
}
