import { views } from "@evenshare/domain";
import { Button, ButtonLink, FormErrorSummary, Section, useToast } from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useTRPCClient } from "../api/trpc";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { isAtField, useFormCheck } from "../forms/use-form-check";
import { ImportNames } from "./import-names";
import { byHand, type MappingChoice } from "./mapping-choice";
import { completeMapping, enteredMapping, type MappingDraft } from "./mapping-draft";
import { MappingFields } from "./mapping-fields";
import { importLabels } from "./mapping-labels";
import { MappingStart } from "./mapping-start";
import { PreviewStep } from "./preview-step";

const schema = views.startRevenueImportInput.omit({ commandKey: true });

export interface ImportStepsProps {
  fileId: string;
  /** The file's columns and first rows, as they stand. */
  look: views.InspectedRevenue;
  choice: MappingChoice;
  mappings: readonly views.NamedMapping[];
  sources: readonly string[];
}

/** How the columns are read, what the rows would become, and the import itself. */
export function ImportSteps({ fileId, look, choice, mappings, sources }: ImportStepsProps) {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const { notify } = useToast();
  const { draft } = choice;
  const [source, setSource] = useState(sources.length === 1 ? (sources[0] ?? "") : "");
  const [saveAs, setSaveAs] = useState("");
  const [tried, setTried] = useState(false);
  const [opened, setOpened] = useState(false);
  const { run, pending, failure } = useCommand(client.revenue.startImport.mutate);
  const form = useFormCheck({ schema, labels: importLabels, failure });
  const complete = completeMapping(draft, look.header) !== null;
  // A mapping that fits needs no questions; one that does not is shown with what is wrong.
  const shown = opened || choice.startedFrom === byHand || !complete;
  const entered = (now: MappingDraft = draft) => ({
    fileId,
    source,
    mapping: enteredMapping(now),
    saveMappingAs: saveAs.trim() === "" ? null : saveAs,
  });
  /** Once it was tried, what is mended stops being marked as soon as it is. */
  const judge = (now: MappingDraft) => {
    if (tried) form.check(entered(now));
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (pending) return;
    const input = form.check(entered());
    if (input === undefined || !complete) return;
    const done = await run((commandKey) => ({ commandKey, ...input }));
    if (done === undefined) return;
    notify({ tone: "done", title: "The import has begun" });
    await navigate(`/revenue/imports/${done.id}`, { replace: true });
  };
  const problems =
    tried && form.problems.length === 0 && !complete
      ? [lacking]
      : form.problems.map((problem) => ({ ...problem, message: chosenWords(problem.message) }));

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Section
        title="2. How its columns are read"
        description="Said once and saved under a name, the next file of this kind needs no questions."
      >
        <div className="flex flex-col gap-5">
          <FormErrorSummary title="The import was not started." problems={problems} />
          <MappingStart
            startedFrom={choice.startedFrom}
            onStart={(from) => judge(choice.start(from))}
            mappings={mappings}
          />
          {shown ? (
            <MappingFields
              draft={draft}
              onChange={(change) => judge(choice.change(change))}
              header={look.header}
              form={form}
            />
          ) : (
            <div>
              <Button onClick={() => setOpened(true)}>Look at every field</Button>
            </div>
          )}
        </div>
      </Section>
      <PreviewStep fileId={fileId} look={look} draft={draft} />
      <Section title="4. Import">
        <ImportNames
          source={source}
          onSource={setSource}
          sources={sources}
          saveAs={saveAs}
          onSaveAs={setSaveAs}
          form={form}
        />
        <div className="mt-6 flex flex-col gap-5">
          <FailureNotice failure={isAtField(failure, importLabels) ? null : failure} />
          <div className="flex flex-col-reverse gap-2 border-t pt-5 sm:flex-row">
            <ButtonLink href="/revenue/imports">Cancel</ButtonLink>
            <Button type="submit" variant="primary" pending={pending}>
              Import
            </Button>
          </div>
        </div>
      </Section>
    </form>
  );
}

/** "The date names no column" is how the rules say it; in a form nothing was chosen. */
function chosenWords(message: string): string {
  const [, first = "", rest = ""] = /^(.)(.*) names no column\.$/.exec(message) ?? [];
  return first === "" ? message : `No column is chosen for ${first.toLowerCase()}${rest}.`;
}

const lacking = { message: "This file lacks columns that the mapping reads. They are marked below." };
