import {
  currencyCode,
  currencyCodes,
  holdingDayChoices,
  type PeriodKind,
  periodKinds,
} from "@evenshare/domain";
import { Field, MoneyInput, Select, TextInput } from "@evenshare/ui";
import { timeZoneOptions } from "../start-partnership/time-zones";
import { figures, type ShareFieldsProps, wire } from "./form-wiring";

const periods: Readonly<Record<PeriodKind, string>> = {
  month: "Month",
  quarter: "Quarter",
  half: "Half-year",
  year: "Year",
};

const holding = (days: number) =>
  days === 0 ? "As soon as a statement is issued" : `${days} days after it is issued`;

/** In which currency and by which calendar it is counted, from when, and when statements are due. */
export function CalendarFields({ draft, onChange, form }: ShareFieldsProps) {
  const isFixed = draft.runs;
  const grid = "grid items-end gap-6 sm:grid-cols-2";
  return (
    <div className={grid}>
      <Field label="Currency" hint="Of every amount of the agreement." {...wire(form, "terms.currency")}>
        <Select
          value={draft.currency}
          disabled={isFixed}
          options={currencyCodes.map((code) => ({ value: code, label: code }))}
          onChange={(event) => onChange({ currency: currencyCode.parse(event.target.value) })}
        />
      </Field>
      <Field label="One statement for each" {...wire(form, "terms.period")}>
        <Select
          value={draft.period}
          disabled={isFixed}
          options={periodKinds.map((kind) => ({ value: kind, label: periods[kind] }))}
          onChange={(event) =>
            onChange({ period: periodKinds.find((kind) => kind === event.target.value) ?? "month" })
          }
        />
      </Field>
      <Field
        label="Time zone"
        hint="By its calendar sales belong to a period."
        {...wire(form, "terms.timeZone")}
      >
        <Select
          value={draft.timeZone}
          disabled={isFixed}
          options={timeZoneOptions(draft.timeZone)}
          onChange={(event) => onChange({ timeZone: event.target.value })}
        />
      </Field>
      <Field
        label="Net revenue before the start"
        hint="Of a deal that ran elsewhere: from there tiers go on."
        {...wire(form, "terms.openingBase")}
      >
        <MoneyInput
          currency={draft.currency}
          disabled={isFixed}
          value={draft.openingBase}
          onChange={(openingBase) => onChange({ openingBase })}
        />
      </Field>
      <Field label="Start" hint="Sales from this day on are shared." required {...wire(form, "terms.start")}>
        <TextInput
          type="date"
          disabled={isFixed}
          value={draft.start}
          onChange={(event) => onChange({ start: event.target.value })}
        />
      </Field>
      <Field label="End" hint="The last day. Empty means without an end." {...wire(form, "terms.end")}>
        <TextInput
          type="date"
          value={draft.end}
          onChange={(event) => onChange({ end: event.target.value })}
        />
      </Field>
      <DayFields draft={draft} onChange={onChange} form={form} />
    </div>
  );
}

function DayFields({ draft, onChange, form }: ShareFieldsProps) {
  return (
    <>
      <Field
        label="Review before a statement is issued, in days"
        hint="0 to 30. Both sides look at the figures."
        {...wire(form, "settings.reviewDays")}
      >
        <TextInput
          {...figures}
          value={draft.reviewDays}
          onChange={(event) => onChange({ reviewDays: event.target.value })}
        />
      </Field>
      <Field
        label="Issued after the end of the period, in days"
        hint="5 to 45. Also when nothing is due."
        {...wire(form, "settings.issueDay")}
      >
        <TextInput
          {...figures}
          value={draft.issueDay}
          onChange={(event) => onChange({ issueDay: event.target.value })}
        />
      </Field>
      <Field
        label="Open to dispute, in days"
        hint="10 to 90 after the statement."
        {...wire(form, "settings.disputeDays")}
      >
        <TextInput
          {...figures}
          value={draft.disputeDays}
          onChange={(event) => onChange({ disputeDays: event.target.value })}
        />
      </Field>
      <Field label="Paid" {...wire(form, "settings.holdingDays")}>
        <Select
          value={draft.holdingDays}
          options={holdingDayChoices.map((days) => ({ value: String(days), label: holding(days) }))}
          onChange={(event) => onChange({ holdingDays: event.target.value })}
        />
      </Field>
    </>
  );
}
