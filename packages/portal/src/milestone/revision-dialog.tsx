import { views } from "@evenshare/domain";
import { Checkbox, Field, FormErrorSummary, TextArea, useToast } from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import { isAtField, useFormCheck } from "../forms/use-form-check";
import type { MilestoneDialogProps } from "../release/release-dialog";

const labels = { note: "The note", failed: "What you wrote about a criterion" };
const schema = views.requestRevisionInput.omit({ commandKey: true, id: true });

/** Asks for changes by naming the criteria that are not met. Counts as one round and stops the review clock. */
export function RevisionDialog({ milestone, onClose }: MilestoneDialogProps) {
  const client = useTRPCClient();
  const { notify } = useToast();
  const [comments, setComments] = useState<ReadonlyMap<string, string>>(new Map());
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const { run, pending, failure } = useCommand(client.milestones.requestRevision.mutate);
  const { check, errorOf, idOf, problems } = useFormCheck({ schema, labels, failure });
  const { revisionRound, terms, counterparty } = milestone;
  const noneChosen = tried && comments.size === 0;

  const confirm = async () => {
    setTried(true);
    if (comments.size === 0) return;
    const failed = [...comments].map(([criterionId, comment]) => ({ criterionId, comment }));
    const entered = check({ note, failed });
    if (entered === undefined) return;
    const done = await run((commandKey) => ({ commandKey, id: milestone.id, ...entered }));
    if (done === undefined) return;
    notify({
      tone: "done",
      title: "Changes asked for",
      detail: `The review clock is stopped. ${counterparty.name} is told by mail.`,
    });
    onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      size="wide"
      title="Ask for changes"
      description={`Round ${revisionRound + 1} of ${terms.includedRevisions} included. The review clock stops and starts again in full with the next version; the money stays held.`}
      confirmLabel="Ask for changes"
      onConfirm={() => void confirm()}
      pending={pending}
      failure={isAtField(failure, labels) ? null : failure}
    >
      <FormErrorSummary title="The request was not sent." problems={problems} />
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 text-dense font-medium">Which criteria are not met?</legend>
        {milestone.criteria.map((criterion) => (
          <div key={criterion.id} className="flex flex-col gap-2">
            <Checkbox
              label={criterion.text}
              checked={comments.has(criterion.id)}
              onChange={(event) => setComments(withCriterion(comments, criterion.id, event.target.checked))}
            />
            {comments.has(criterion.id) && (
              <Field label="What is missing" optional className="ml-6.5">
                <TextArea
                  rows={2}
                  value={comments.get(criterion.id)}
                  onChange={(event) => setComments(new Map(comments).set(criterion.id, event.target.value))}
                />
              </Field>
            )}
          </div>
        ))}
        <div aria-live="polite">
          {noneChosen && (
            <p className="text-small font-medium text-risk-text">
              Choose at least one criterion. What goes beyond the criteria is a new milestone, not a change.
            </p>
          )}
        </div>
      </fieldset>
      <Field label="Note" optional id={idOf("note")} error={errorOf("note")}>
        <TextArea rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </CommandDialog>
  );
}

function withCriterion(
  comments: ReadonlyMap<string, string>,
  id: string,
  chosen: boolean,
): Map<string, string> {
  const changed = new Map(comments);
  if (chosen) changed.set(id, "");
  else changed.delete(id);
  return changed;
}
