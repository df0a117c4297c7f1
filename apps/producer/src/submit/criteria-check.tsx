import { Field, TextInput } from "@evenshare/ui";
import { CircleAlert } from "lucide-react";

/** How the producer judges one criterion; null until it has. */
export interface Judgement {
  readonly met: boolean | null;
  readonly note: string;
}

export interface CriteriaCheckProps {
  criteria: readonly { readonly id: string; readonly text: string }[];
  judgements: ReadonlyMap<string, Judgement>;
  onChange: (criterionId: string, judgement: Judgement) => void;
  errorOf: (criterionId: string) => string | undefined;
}

const unjudged: Judgement = { met: null, note: "" };

/** The producer's own check: each criterion is met or not, with room to say how or why not. */
export function CriteriaCheck({ criteria, judgements, onChange, errorOf }: CriteriaCheckProps) {
  return (
    <ol className="divide-y border-y">
      {criteria.map(({ id, text }) => {
        const judgement = judgements.get(id) ?? unjudged;
        return (
          <li key={id} className="flex flex-col gap-3 py-4">
            <CriterionAnswer
              id={id}
              text={text}
              met={judgement.met}
              onChange={(met) => onChange(id, { ...judgement, met })}
              error={errorOf(id)}
            />
            {judgement.met !== null && (
              <Field
                label={judgement.met ? "Where to see it" : "Why not, and what is there instead"}
                optional
              >
                <TextInput
                  maxLength={500}
                  value={judgement.note}
                  onChange={(event) => onChange(id, { ...judgement, note: event.target.value })}
                />
              </Field>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface CriterionAnswerProps {
  id: string;
  text: string;
  met: boolean | null;
  onChange: (met: boolean) => void;
  error: string | undefined;
}

const answers = [
  { met: true, label: "Met" },
  { met: false, label: "Not met" },
] as const;

function CriterionAnswer({ id, text, met, onChange, error }: CriterionAnswerProps) {
  const errorId = error === undefined ? undefined : `${id}-error`;
  return (
    <fieldset
      aria-describedby={errorId}
      className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2"
    >
      <legend className="float-left max-w-full min-w-0 flex-1 basis-64">{text}</legend>
      <span className="flex shrink-0 rounded-control border border-control bg-surface">
        {answers.map((answer) => (
          <label
            key={answer.label}
            className="flex min-h-9 items-center gap-2 px-3 text-dense first:border-r first:border-control has-checked:bg-accent-soft has-checked:font-medium"
          >
            <input
              type="radio"
              name={`criterion-${id}`}
              checked={met === answer.met}
              onChange={() => onChange(answer.met)}
              className="size-4 accent-accent"
            />
            {answer.label}
          </label>
        ))}
      </span>
      <span aria-live="polite" className="basis-full empty:hidden">
        {error !== undefined && (
          <span id={errorId} className="flex items-center gap-1.5 text-small font-medium text-risk-text">
            <CircleAlert aria-hidden className="size-4 shrink-0" />
            {error}
          </span>
        )}
      </span>
    </fieldset>
  );
}
