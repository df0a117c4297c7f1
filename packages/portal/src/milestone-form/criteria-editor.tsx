import { Button, IconButton, TextInput } from "@evenshare/ui";
import { Plus, Trash2 } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import type { DraftCriterion } from "./milestone-draft";

const most = 20;

export interface CriteriaEditorProps {
  criteria: readonly DraftCriterion[];
  onChange: (criteria: readonly DraftCriterion[]) => void;
  /** About the list as a whole. */
  error: string | undefined;
  errorAt: (index: number) => string | undefined;
  idAt: (index: number) => string;
}

/** One to twenty criteria, one line each. Enter adds the next. */
export function CriteriaEditor({ criteria, onChange, error, errorAt, idAt }: CriteriaEditorProps) {
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus();
  });
  const add = () => {
    if (criteria.length >= most) return;
    added.current = true;
    onChange([...criteria, { key: Math.max(-1, ...criteria.map(({ key }) => key)) + 1, text: "" }]);
  };
  return (
    <fieldset aria-describedby={`${id}-hint`}>
      <legend className="text-dense font-medium">Acceptance criteria</legend>
      <p id={`${id}-hint`} className="mt-1 max-w-reading text-small text-muted">
        What anyone could test: “Runs 20 to 24 minutes”, not “is good”. Asking for changes must point at one
        of these.
      </p>
      <p aria-live="polite" className="mt-2 text-small font-medium text-risk-text empty:hidden">
        {error}
      </p>
      <ol ref={list} className="mt-3 flex flex-col gap-2">
        {criteria.map(({ key, text }, index) => (
          <li key={key}>
            <div className="flex items-center gap-2">
              <span aria-hidden className="figures w-5 shrink-0 text-end text-small text-muted">
                {index + 1}
              </span>
              <TextInput
                id={idAt(index)}
                aria-label={`Criterion ${index + 1}`}
                aria-invalid={errorAt(index) !== undefined || undefined}
                aria-describedby={errorAt(index) === undefined ? undefined : `${idAt(index)}-error`}
                maxLength={300}
                value={text}
                onChange={(event) =>
                  onChange(
                    criteria.map((other) => (other.key === key ? { key, text: event.target.value } : other)),
                  )
                }
                onKeyDown={(event) => {
                  if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  if (index === criteria.length - 1 && text.trim() !== "") add();
                }}
              />
              <IconButton
                icon={Trash2}
                label={`Remove criterion ${index + 1}`}
                disabled={criteria.length === 1}
                onClick={() => onChange(criteria.filter((other) => other.key !== key))}
              />
            </div>
            {errorAt(index) !== undefined && (
              <p id={`${idAt(index)}-error`} className="mt-1 ml-7 text-small font-medium text-risk-text">
                {errorAt(index)}
              </p>
            )}
          </li>
        ))}
      </ol>
      <div className="mt-3 ml-7">
        <Button size="small" icon={Plus} disabled={criteria.length >= most} onClick={add}>
          Add a criterion
        </Button>
      </div>
    </fieldset>
  );
}
