import { Field, RadioGroup, TextInput } from "@evenshare/ui";
import { ColumnField } from "./column-field";
import type { MappingPartProps } from "./mapping-form";

const rules = [
  {
    value: "negative",
    label: "A figure below zero",
    hint: "Its amounts are then read without their minus.",
  },
  {
    value: "word",
    label: "A word in a column",
    hint: "Such as “refund”. Any other word is a fault of its row.",
  },
  { value: "never", label: "There are none", hint: "The file holds nothing but sales." },
] as const;

/** What tells a return from a sale, and which sale it belongs to. */
export function ReturnFields({ draft, onChange, header, form }: MappingPartProps) {
  const { returnsBy } = draft;
  return (
    <div className="flex flex-col gap-5">
      <RadioGroup
        label="What tells a return"
        name="returns"
        options={rules}
        value={returnsBy}
        onChange={(chosen) =>
          onChange({ returnsBy: rules.find(({ value }) => value === chosen)?.value ?? returnsBy })
        }
      />
      {returnsBy !== "never" && (
        <div className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
          <ColumnField
            label={returnsBy === "negative" ? "The figure" : "The word"}
            path="returns.column"
            value={draft.returnsColumn}
            onChange={(returnsColumn) => onChange({ returnsColumn })}
            header={header}
            form={form}
          />
          {returnsBy === "word" && <WordFields draft={draft} onChange={onChange} form={form} />}
          <ColumnField
            label="Id of the sale that came back"
            path="original"
            value={draft.original}
            onChange={(original) => onChange({ original })}
            none="Not in this file"
            header={header}
            form={form}
          />
        </div>
      )}
    </div>
  );
}

function WordFields({ draft, onChange, form }: Omit<MappingPartProps, "header">) {
  return (
    <>
      <Field
        label="Words for a sale"
        hint="Divided by commas, letters large and small as in the file."
        required
        id={form.idOf("mapping.returns.sale")}
        error={form.errorOf("mapping.returns.sale") && "Enter at least one word."}
      >
        <TextInput
          value={draft.saleWords}
          onChange={(event) => onChange({ saleWords: event.target.value })}
        />
      </Field>
      <Field
        label="Words for a return"
        hint="Divided by commas, letters large and small as in the file."
        required
        id={form.idOf("mapping.returns.return")}
        error={form.errorOf("mapping.returns.return") && "Enter at least one word."}
      >
        <TextInput
          value={draft.returnWords}
          onChange={(event) => onChange({ returnWords: event.target.value })}
        />
      </Field>
    </>
  );
}
