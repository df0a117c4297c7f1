import { Field, Select } from "@evenshare/ui";
import type { MappingPartProps } from "./mapping-form";

export interface ColumnFieldProps extends Pick<MappingPartProps, "header" | "form"> {
  label: string;
  hint?: string;
  /** The field's path in the mapping: `date.column`. */
  path: string;
  /** Empty for none. */
  value: string;
  onChange: (column: string) => void;
  /** What choosing none means; left out where a column must be chosen. */
  none?: string;
}

/** One column of the file, chosen by its heading. */
export function ColumnField(props: ColumnFieldProps) {
  const { label, hint, path, value, onChange, none, header, form } = props;
  const field = `mapping.${path}`;
  const absent = value !== "" && !header.includes(value);
  return (
    <Field
      label={label}
      {...(hint !== undefined && { hint })}
      id={form.idOf(field)}
      error={absent ? `This file has no column “${value}”.` : chooseInstead(form.errorOf(field))}
      required={none === undefined}
    >
      <Select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(none === undefined && { placeholder: "Choose a column" })}
        options={[
          ...(none === undefined ? [] : [{ value: "", label: none }]),
          ...(absent ? [{ value, label: `${value} (not in this file)` }] : []),
          // A column without a name cannot be chosen by it.
          ...header.filter((column) => column !== "").map((column) => ({ value: column, label: column })),
        ]}
      />
    </Field>
  );
}

/** What the rules call a column without a name is, in this form, a choice not made yet. */
function chooseInstead(error: string | undefined): string | undefined {
  return error?.endsWith("names no column.") ? "Choose the column." : error;
}
