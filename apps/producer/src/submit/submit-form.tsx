import { views } from "@evenshare/domain";
import {
  FailureNotice,
  isAtField,
  latestRevision,
  useCommand,
  useFormCheck,
  useTRPCClient,
} from "@evenshare/portal";
import {
  Banner,
  Button,
  ButtonLink,
  Field,
  FileDrop,
  FormErrorSummary,
  Section,
  TextArea,
  useToast,
} from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { CriteriaCheck, type Judgement } from "./criteria-check";
import { useUploads } from "./use-uploads";

const schema = views.submitMilestoneInput.omit({ commandKey: true, id: true });
const labels = {
  note: "The note",
  links: "A link",
  fileIds: "The list of files",
  criteria: "What you wrote about a criterion",
};

export interface SubmitFormProps {
  milestone: views.MilestoneView;
  home: string;
}

/** Note, links, files and the check of each criterion. */
export function SubmitForm({ milestone, home }: SubmitFormProps) {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const { notify } = useToast();
  const uploads = useUploads();
  const [note, setNote] = useState("");
  const [links, setLinks] = useState("");
  const [judgements, setJudgements] = useState<ReadonlyMap<string, Judgement>>(new Map());
  const [tried, setTried] = useState(false);
  const { run, pending, failure } = useCommand(client.milestones.submit.mutate);
  const form = useFormCheck({ schema, labels, failure });
  const criteria = [...milestone.criteria].sort((a, b) => a.position - b.position);
  const unjudged = criteria.filter(({ id }) => typeof judgements.get(id)?.met !== "boolean");
  const blockers = tried ? blockersOf(unjudged.length, uploads) : [];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (pending || unjudged.length > 0 || uploads.running || uploads.failed) return;
    const entered = form.check({
      note,
      links: links.split(/\s+/).filter((link) => link !== ""),
      fileIds: uploads.files.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
      criteria: criteria.map(({ id }) => ({
        criterionId: id,
        met: judgements.get(id)?.met === true,
        note: judgements.get(id)?.note ?? "",
      })),
    });
    if (entered === undefined) return;
    const done = await run((commandKey) => ({ commandKey, id: milestone.id, ...entered }));
    if (done === undefined) return;
    notify({
      tone: "done",
      title: `Version ${done.version} is submitted`,
      detail: "The review clock is running.",
    });
    await navigate(home, { replace: true });
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="max-w-2xl">
      <div className="flex flex-col gap-6">
        <AskedFor milestone={milestone} />
        <FormErrorSummary title="The work was not submitted." problems={[...blockers, ...form.problems]} />
        <Field
          label="Note"
          optional
          hint="What this is, and what to look at first."
          id={form.idOf("note")}
          error={form.errorOf("note")}
        >
          <TextArea rows={5} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <FileDrop
          label="Files"
          hint="Up to 20, 25 MB each: PDF, office files, text, pictures, sound, video, ZIP."
          files={uploads.files}
          onAdd={uploads.add}
          onRemove={uploads.remove}
          error={form.errorOf("fileIds")}
        />
        <Field
          label="Links"
          optional
          hint="One per line, beginning with https://. For what is too large to upload."
          id={form.idOf("links")}
          error={linkError(form.errorOf)}
        >
          <TextArea rows={2} value={links} onChange={(event) => setLinks(event.target.value)} />
        </Field>
      </div>
      <Section
        title="Check it against the criteria"
        description="The brand sees your check beside each criterion."
      >
        <CriteriaCheck
          criteria={criteria}
          judgements={judgements}
          onChange={(id, judgement) => setJudgements((before) => new Map(before).set(id, judgement))}
          errorOf={(id) =>
            tried && unjudged.some((open) => open.id === id) ? "Say whether it is met." : undefined
          }
        />
      </Section>
      <div className="mt-8 flex flex-col gap-5">
        <FailureNotice
          failure={isAtField(failure, labels) ? null : failure}
          currency={milestone.money.currency}
        />
        <div className="flex flex-col-reverse gap-2 border-t pt-5 sm:flex-row">
          <ButtonLink href={home}>Cancel</ButtonLink>
          <Button type="submit" variant="primary" pending={pending}>
            Submit and start the clock
          </Button>
        </div>
      </div>
    </form>
  );
}

/** What the brand asked to change in the last version, at hand while answering it. */
function AskedFor({ milestone }: { milestone: views.MilestoneView }) {
  const revision = latestRevision(milestone);
  if (revision === undefined) return null;
  return (
    <Banner tone="held" title={`${milestone.counterparty.name} asked for changes, round ${revision.round}`}>
      {revision.note !== "" && <p className="whitespace-pre-line">{revision.note}</p>}
      <ul className="ml-4 list-disc">
        {revision.failed.map(({ criterionId, comment }) => (
          <li key={criterionId}>
            {milestone.criteria.find(({ id }) => id === criterionId)?.text ?? "A criterion"}
            {comment !== "" && `: ${comment}`}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function blockersOf(unjudged: number, { running, failed }: { running: boolean; failed: boolean }) {
  const problems: { message: string }[] = [];
  if (unjudged > 0)
    problems.push({
      message: `Answer each criterion: ${unjudged} still ${unjudged === 1 ? "has" : "have"} no answer.`,
    });
  if (running) problems.push({ message: "Files are still being sent. Wait a moment, then submit." });
  if (failed) problems.push({ message: "A file was not sent. Remove it, or choose it again." });
  return problems;
}

/** Links are checked one by one; the field shows the first that is wrong. */
function linkError(errorOf: (field: string) => string | undefined): string | undefined {
  const each = Array.from({ length: 20 }, (_, index) => errorOf(`links.${index}`));
  return errorOf("links") ?? each.find((error) => error !== undefined);
}
