import { currencyCodes } from "@evenshare/domain";
import type { FormCheck } from "@evenshare/portal";
import { Field, RadioGroup, Select, TextInput } from "@evenshare/ui";
import type { TermsDraft } from "./terms-draft";
import { timeZoneOptions } from "./time-zones";

export interface TermsFieldsProps {
  terms: TermsDraft;
  onChange: (change: Partial<TermsDraft>) => void;
  form: Pick<FormCheck<unknown>, "errorOf" | "idOf">;
}

/** The terms of an agreement, each with what it means for both. */
export function TermsFields({ terms, onChange, form }: TermsFieldsProps) {
  const wired = (field: string) => ({ id: form.idOf(field), error: form.errorOf(field) });
  const number = { inputMode: "numeric", autoComplete: "off" } as const;
  return (
    <div className="flex flex-col gap-6">
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <Field label="Currency" hint="Of every milestone and payment." {...wired("terms.currency")}>
          <Select
            value={terms.currency}
            options={currencyCodes.map((code) => ({ value: code, label: code }))}
            onChange={(event) => onChange({ currency: event.target.value })}
          />
        </Field>
        <Field
          label="Time zone"
          hint="Dates and review windows are meant in it."
          {...wired("terms.timeZone")}
        >
          <Select
            value={terms.timeZone}
            options={timeZoneOptions(terms.timeZone)}
            onChange={(event) => onChange({ timeZone: event.target.value })}
          />
        </Field>
        <Field
          label="Review window, in days"
          hint="3 to 30. If you do not ask for changes in this time, the money is released automatically."
          {...wired("terms.reviewDays")}
        >
          <TextInput
            {...number}
            value={terms.reviewDays}
            onChange={(event) => onChange({ reviewDays: event.target.value })}
          />
        </Field>
        <Field
          label="Rounds of changes included"
          hint="0 to 10. Each must point at agreed criteria and stops the review clock."
          {...wired("terms.includedRevisions")}
        >
          <TextInput
            {...number}
            value={terms.includedRevisions}
            onChange={(event) => onChange({ includedRevisions: event.target.value })}
          />
        </Field>
        <Field
          label="Held before the first milestone starts, in percent"
          hint="100 means that all of it is held before any work."
          {...wired("terms.firstMinimumStartBp")}
        >
          <TextInput
            {...number}
            value={terms.firstMinimumStart}
            onChange={(event) => onChange({ firstMinimumStart: event.target.value })}
          />
        </Field>
        <Field
          label="Held before later milestones start, in percent"
          hint="The producer sees what is held, and that work above it is unprotected."
          {...wired("terms.minimumStartBp")}
        >
          <TextInput
            {...number}
            value={terms.minimumStart}
            onChange={(event) => onChange({ minimumStart: event.target.value })}
          />
        </Field>
      </div>
      <RadioGroup
        label="Who bears the platform fee"
        name="feeBearer"
        value={terms.feeBearer}
        onChange={(feeBearer) => onChange({ feeBearer })}
        options={[
          {
            value: "brand",
            label: "You, beside the amount",
            hint: "The producer receives the whole amount.",
          },
          {
            value: "producer",
            label: "The producer, out of the amount",
            hint: "You pay exactly the amount; the producer receives it less the fee.",
          },
        ]}
        error={form.errorOf("terms.feeBearer")}
      />
      <RadioGroup
        label="If a milestone falls asleep"
        name="dormancyDefault"
        value={terms.dormancyDefault}
        onChange={(dormancyDefault) => onChange({ dormancyDefault })}
        hint="After 90 days without activity and two notices to both."
        options={[
          {
            value: "release_if_submitted",
            label: "Release it if work was submitted, otherwise refund it",
            hint: "The usual choice: whoever did their part is not left waiting.",
          },
          { value: "refund", label: "Refund it to you", hint: "Producers may find this hard to accept." },
        ]}
        error={form.errorOf("terms.dormancyDefault")}
      />
    </div>
  );
}
