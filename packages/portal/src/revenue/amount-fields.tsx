import { currencyCodes } from "@evenshare/domain";
import { Field, Select } from "@evenshare/ui";
import { ColumnField } from "./column-field";
import type { MappingDraft } from "./mapping-draft";
import type { MappingPartProps } from "./mapping-form";

/** The amount of a line and what is part of it or beside it, and in which currency. */
export function AmountFields({ draft, onChange, header, form }: MappingPartProps) {
  const optional = { none: "Not in this file", header, form };
  return (
    <div className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
      <Field label="The amount" id={form.idOf("mapping.gross.from")}>
        <Select
          value={draft.grossFrom}
          options={[
            { value: "column", label: "stands in a column" },
            { value: "product", label: "is one column times another" },
          ]}
          onChange={({ target }) =>
            onChange({ grossFrom: target.value === "product" ? "product" : "column" })
          }
        />
      </Field>
      {draft.grossFrom === "column" ? (
        <ColumnField
          label="Column of the amount"
          path="gross.column"
          value={draft.grossColumn}
          onChange={(grossColumn) => onChange({ grossColumn })}
          header={header}
          form={form}
        />
      ) : (
        <FactorFields draft={draft} onChange={onChange} header={header} form={form} />
      )}
      <Field label="The currency" id={form.idOf("mapping.currency.from")}>
        <Select
          value={currencyChoice(draft)}
          options={currencyOptions}
          onChange={(event) => onChange(chosenCurrency(event.target.value))}
        />
      </Field>
      {draft.currencyFrom === "column" && (
        <ColumnField
          label="Column of the currency"
          hint="It must hold codes such as GBP."
          path="currency.column"
          value={draft.currencyColumn}
          onChange={(currencyColumn) => onChange({ currencyColumn })}
          header={header}
          form={form}
        />
      )}
      <ColumnField
        label="Tax in the amount"
        path="tax"
        value={draft.tax}
        onChange={(tax) => onChange({ tax })}
        {...optional}
      />
      <ColumnField
        label="Fees"
        path="fees"
        value={draft.fees}
        onChange={(fees) => onChange({ fees })}
        {...optional}
      />
      <ColumnField
        label="Shipping"
        path="shipping"
        value={draft.shipping}
        onChange={(shipping) => onChange({ shipping })}
        {...optional}
      />
    </div>
  );
}

/** Exact: a product with more decimals than the currency has is a fault of its row. */
function FactorFields({ draft, onChange, header, form }: MappingPartProps) {
  const [first, second] = draft.grossFactors;
  return (
    <>
      <ColumnField
        label="Multiply column"
        path="gross.columns.0"
        value={first}
        onChange={(column) => onChange({ grossFactors: [column, second] })}
        header={header}
        form={form}
      />
      <ColumnField
        label="by column"
        path="gross.columns.1"
        value={second}
        onChange={(column) => onChange({ grossFactors: [first, column] })}
        header={header}
        form={form}
      />
    </>
  );
}

const ofColumn = "column";
const currencyOptions = [
  ...currencyCodes.map((code) => ({ value: code, label: `is ${code} throughout` })),
  { value: ofColumn, label: "stands in a column" },
];

function currencyChoice({ currencyFrom, currencyCode }: MappingDraft): string {
  return currencyFrom === "column" ? ofColumn : currencyCode;
}

function chosenCurrency(value: string): Partial<MappingDraft> {
  const code = currencyCodes.find((known) => known === value);
  return code === undefined ? { currencyFrom: "column" } : { currencyFrom: "file", currencyCode: code };
}
