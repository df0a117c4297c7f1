import { Disclosure, Field, MoneyInput, TextInput } from "@evenshare/ui";
import { figures, type ShareFieldsProps, wire } from "./form-wiring";
import type { PayeeDraft } from "./share-draft";

interface PayeeFieldsProps extends Pick<ShareFieldsProps, "form" | "draft"> {
  payee: PayeeDraft;
  onChange: (change: Partial<PayeeDraft>) => void;
}

type Text = Exclude<keyof PayeeDraft, "adjustments">;

/** What is agreed with one payee alone. Everything may stay empty. */
export function PayeeFields({ payee, draft, form, onChange }: PayeeFieldsProps) {
  const at = `terms.payees.${payee.key}`;
  const text = (name: Text) => ({
    value: payee[name],
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  const amount = (name: Text) => ({
    currency: draft.currency,
    value: payee[name],
    onChange: (typed: string) => onChange({ [name]: typed }),
  });
  const grid = "grid items-end gap-6 sm:grid-cols-2";
  return (
    <Disclosure summary={`Agreed with ${payee.name} alone`}>
      <p className="mb-4 max-w-reading text-small text-muted">
        Only {payee.name} and you read this. What stays empty is not agreed.
      </p>
      <div className="flex flex-col gap-6">
        <div className={grid}>
          <Field
            label="Floor per period"
            hint="What a whole period earns at the least."
            {...wire(form, `${at}.floor.amount`)}
          >
            <MoneyInput {...amount("floor")} />
          </Field>
          <Field label="Minimum payout" hint="Less is carried over." {...wire(form, `${at}.minimumPayout`)}>
            <MoneyInput {...amount("minimumPayout")} />
          </Field>
          <Field
            label="Advance not yet recouped"
            hint="What was paid ahead."
            {...wire(form, `${at}.advance.amount`)}
          >
            <MoneyInput {...amount("advance")} />
          </Field>
          <Field
            label="Recouped with, in percent"
            hint="Of what is available each period."
            {...wire(form, `${at}.advance.recoupRateBp`)}
          >
            <TextInput {...figures} {...text("recoupRate")} />
          </Field>
          <Field
            label="Reserve, in percent"
            hint="Of each positive share; usual is up to 20."
            {...wire(form, `${at}.reserve.rateBp`)}
          >
            <TextInput {...figures} {...text("reserveRate")} />
          </Field>
          <Field
            label="Released over the next periods"
            hint="Percent by period, as in 50; 50. Together 100."
            {...wire(form, `${at}.reserve.releaseBp`)}
          >
            <TextInput {...text("reserveReleases")} />
          </Field>
          <Field
            label="Platform fee, in percent"
            hint="Of what is due."
            {...wire(form, `${at}.platformFeeBp`)}
          >
            <TextInput {...figures} {...text("platformFee")} />
          </Field>
          <Field
            label="Withholding tax, in percent"
            hint="Of what is due."
            {...wire(form, `${at}.withholdingBp`)}
          >
            <TextInput {...figures} {...text("withholding")} />
          </Field>
          <Field
            label="Most taken off for a negative balance, in percent"
            hint="Of what is due in a later statement."
            {...wire(form, `${at}.negativeOffsetCapBp`)}
          >
            <TextInput {...figures} {...text("offsetCap")} />
          </Field>
        </div>
        <MovedInFields payee={payee} draft={draft} form={form} onChange={onChange} />
      </div>
    </Disclosure>
  );
}

/** What a deal that ran elsewhere brings along. Once there is a version it stays as it is. */
function MovedInFields({ payee, draft, form, onChange }: PayeeFieldsProps) {
  const at = `terms.payees.${payee.key}.opening`;
  const isFixed = draft.runs;
  const releases = Array.from({ length: 12 }, (_, index) => `${at}.reserveReleases.${index}`);
  return (
    <div className="grid items-end gap-6 sm:grid-cols-2">
      <Field
        label="Balance at the start"
        hint="Of a deal that ran elsewhere; negative when more was paid than earned."
        {...wire(form, `${at}.payable`, at)}
      >
        <MoneyInput
          currency={draft.currency}
          disabled={isFixed}
          value={payee.openingPayable}
          onChange={(openingPayable) => onChange({ openingPayable })}
        />
      </Field>
      <Field
        label="Reserves still held"
        hint="Amounts released in the first, second … period, as in 120.00; 80.00."
        {...wire(form, `${at}.reserveReleases`, ...releases)}
      >
        <TextInput
          disabled={isFixed}
          value={payee.openingReleases}
          onChange={(event) => onChange({ openingReleases: event.target.value })}
        />
      </Field>
    </div>
  );
}
