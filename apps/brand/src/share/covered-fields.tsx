import { type DeductionKind, deductionKinds } from "@evenshare/domain";
import { Checkbox, Field, RadioGroup, TextArea } from "@evenshare/ui";
import { readItems } from "./entered-share";
import { type ShareFieldsProps, wire } from "./form-wiring";

const names: Readonly<Record<DeductionKind, { readonly label: string; readonly hint: string }>> = {
  tax: { label: "Taxes", hint: "Sales tax and VAT in the price." },
  fees: { label: "Payment fees", hint: "What card networks and shops keep." },
  shipping: { label: "Shipping", hint: "What is charged for, or spent on, delivery." },
};

/** Which revenue is shared, and what is taken off it first. */
export function CoveredFields({ draft, onChange, form }: ShareFieldsProps) {
  const { covers, deductions } = draft;
  const count = readItems(draft.items).length;
  const toggle = (kind: DeductionKind, on: boolean) =>
    onChange({
      deductions: deductionKinds.filter((known) => (known === kind ? on : deductions.includes(known))),
    });
  return (
    <div className="flex flex-col gap-6">
      <RadioGroup
        label="Revenue of"
        name="covers"
        value={covers}
        onChange={(value) => onChange({ covers: value === "all" ? "all" : "listed" })}
        options={[
          { value: "listed", label: "Listed items", hint: "By the codes that your sales files use." },
          { value: "all", label: "Everything you sell" },
        ]}
      />
      {covers === "listed" && (
        <Field
          label="Items, one per line"
          hint={
            count === 0
              ? "Type or paste them."
              : `${count === 1 ? "1 item" : `${count} items`}. Repeated ones count once.`
          }
          required
          {...wire(
            form,
            "terms.items",
            ...Array.from({ length: Math.min(count, 50) }, (_, at) => `terms.items.${at}`),
          )}
        >
          <TextArea
            rows={6}
            value={draft.items}
            onChange={(event) => onChange({ items: event.target.value })}
          />
        </Field>
      )}
      <fieldset>
        <legend className="text-dense font-medium">Taken off before it is shared</legend>
        <p className="mt-1 max-w-reading text-small text-muted">What is not ticked is never taken off.</p>
        <div className="mt-3 flex flex-col gap-2.5">
          {deductionKinds.map((kind) => (
            <Checkbox
              key={kind}
              {...names[kind]}
              checked={deductions.includes(kind)}
              onChange={(event) => toggle(kind, event.target.checked)}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}
