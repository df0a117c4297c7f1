import { Field, RadioGroup, TextInput } from "@evenshare/ui";

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
    <ol className="flex flex-col gap-6">
      {criteria.map(({ id, text }) => {
        const judgement = judgements.get(id) ?? unjudged;
        return (
          <li key={id} className="flex flex-col gap-3">
            <RadioGroup
              label={text}
              name={`criterion-${id}`}
              value={judgement.met === null ? "" : judgement.met ? "met" : "open"}
              onChange={(value) => onChange(id, { ...judgement, met: value === "met" })}
              options={[
                { value: "met", label: "Met" },
                { value: "open", label: "Not met" },
              ]}
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
