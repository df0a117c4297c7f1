import type { views } from "@evenshare/domain";
import { Field, Select } from "@evenshare/ui";
import { byHand, type MappingChoice } from "./mapping-choice";

export interface MappingStartProps {
  choice: MappingChoice;
  mappings: readonly views.NamedMapping[];
}

/** Where a mapping begins: one that was saved, the example that is shipped, or nothing. */
export function MappingStart({ choice, mappings }: MappingStartProps) {
  return (
    <Field
      label="Start from"
      hint="Choosing another one replaces what is filled in below."
      className="max-w-xl"
    >
      <Select
        value={choice.startedFrom}
        onChange={(event) => choice.start(event.target.value)}
        options={[
          { value: byHand, label: "Nothing: fill it in by hand" },
          ...mappings.map(({ id, name }, index) => ({
            value: String(index),
            label: id === null ? `${name} (example)` : name,
          })),
        ]}
      />
    </Field>
  );
}
