import { Field, TextInput } from "@evenshare/ui";
import { useId } from "react";
import type { FormCheck } from "../forms/use-form-check";

export interface ImportNamesProps {
  source: string;
  onSource: (source: string) => void;
  /** Those that have lines already. */
  sources: readonly string[];
  saveAs: string;
  onSaveAs: (name: string) => void;
  form: Pick<FormCheck<unknown>, "errorOf" | "idOf">;
}

/** Where the sales come from, and under which name the mapping is kept. */
export function ImportNames({ source, onSource, sources, saveAs, onSaveAs, form }: ImportNamesProps) {
  const listId = useId();
  return (
    <div className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2">
      <Field
        label="Source"
        hint="The shop or system that the sales come from. Ids are unique within a source: use the same name for every file of it."
        required
        id={form.idOf("source")}
        error={form.errorOf("source")}
      >
        <TextInput
          value={source}
          maxLength={80}
          list={listId}
          autoComplete="off"
          onChange={(event) => onSource(event.target.value)}
        />
      </Field>
      <datalist id={listId}>
        {sources.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field
        label="Save the mapping as"
        optional
        hint="A mapping that was saved under this name is replaced."
        id={form.idOf("saveMappingAs")}
        error={form.errorOf("saveMappingAs")}
      >
        <TextInput
          value={saveAs}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => onSaveAs(event.target.value)}
        />
      </Field>
    </div>
  );
}
