import { dateForms } from "@evenshare/domain";
import { Field, Select } from "@evenshare/ui";
import { ColumnField } from "./column-field";
import type { MappingPartProps } from "./mapping-form";

const separators = [
  { value: ",", label: "Comma  ," },
  { value: ";", label: "Semicolon  ;" },
  { value: "\t", label: "Tab" },
] as const;

const marks = [
  { value: ".", label: "Point: 12.50" },
  { value: ",", label: "Comma: 12,50" },
] as const;

/** Of the file as a whole: how it is written, and when things happened. */
export function FileFields({ draft, onChange, header, form }: MappingPartProps) {
  return (
    <div className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
      <Field label="Columns are separated by" id={form.idOf("mapping.delimiter")}>
        <Select
          value={draft.delimiter}
          options={separators}
          onChange={({ target }) =>
            onChange({
              delimiter: separators.find(({ value }) => value === target.value)?.value ?? draft.delimiter,
            })
          }
        />
      </Field>
      <Field label="Decimals are marked by" id={form.idOf("mapping.decimalMark")}>
        <Select
          value={draft.decimalMark}
          options={marks}
          onChange={({ target }) =>
            onChange({
              decimalMark: marks.find(({ value }) => value === target.value)?.value ?? draft.decimalMark,
            })
          }
        />
      </Field>
      <ColumnField
        label="Date"
        path="date.column"
        value={draft.dateColumn}
        onChange={(dateColumn) => onChange({ dateColumn })}
        header={header}
        form={form}
      />
      <Field label="Dates are written" id={form.idOf("mapping.date.form")}>
        <Select
          value={draft.dateForm}
          options={dateForms.map((form) => ({ value: form, label: `${form}, such as ${dateExample(form)}` }))}
          onChange={({ target }) =>
            onChange({ dateForm: dateForms.find((form) => form === target.value) ?? draft.dateForm })
          }
        />
      </Field>
      <Field
        label="Times are of the clock in"
        id={form.idOf("mapping.date.timeZone")}
        error={form.errorOf("mapping.date.timeZone")}
      >
        <Select
          value={draft.timeZone}
          options={timeZones(draft.timeZone)}
          onChange={(event) => onChange({ timeZone: event.target.value })}
        />
      </Field>
    </div>
  );
}

/** The sixth of December in that form: a day that cannot be read the other way round unnoticed. */
function dateExample(form: string): string {
  return form.replace("YYYY", "2026").replace("MM", "12").replace("DD", "06");
}

function timeZones(own: string) {
  return [...new Set([own, ...Intl.supportedValuesOf("timeZone"), "UTC"])]
    .sort()
    .map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
