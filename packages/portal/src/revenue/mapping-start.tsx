import type { views } from "@evenshare/domain";
import { Field, Select } from "@evenshare/ui";
import { byHand } from "./mapping-choice";

export interface MappingStartProps {
  startedFrom: string;
  onStart: (from: string) => void;
  mappings: readonly views.NamedMapping[];
}

/** Where a mapping begins: one that was saved, the example that is shipped, or nothing. */
export function MappingStart({ startedFrom, onStart, mappings }: MappingStartProps) {
  return (
    <Field
      label="Start from"
      hint="Choosing another one replaces what is filled in below."
      className="max-w-xl"
    >
      <Select
        value={startedFrom}
        onChange={(event) => onStart(event.target.value)}
        options={[
          { value: byHand, label: "Nothing: fill it in by hand" },
          ...mappings.map(({ name }, index) => ({
            value: String(index),
            label: name,
          })),
        ]}
      />
    </Field>
  );
}
