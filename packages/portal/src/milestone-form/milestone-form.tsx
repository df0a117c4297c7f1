import { type CurrencyCode, chargeMinimum, chargeStep } from "@evenshare/domain";
import { Button, ButtonLink, Field, FormErrorSummary, MoneyField, TextArea, TextInput } from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import type { Failure } from "../api/failure";
import { useMoneyWords } from "../app/use-money-words";
import { FailureNotice } from "../failures/failure-notice";
import { isAtField, useFormCheck } from "../forms/use-form-check";
import { CriteriaEditor } from "./criteria-editor";
import {
  enteredFields,
  type MilestoneDraft,
  type MilestoneFields,
  milestoneFieldsSchema,
} from "./milestone-draft";

const labels = {
  title: "The title",
  description: "The description",
  amount: "The amount",
  criteria: "A criterion",
  dueOn: "The due date",
};

export interface MilestoneFormProps {
  start: MilestoneDraft;
  currency: CurrencyCode;
  submitLabel: string;
  /** What did not happen when something is wrong: "The draft was not saved." */
  notDone: string;
  cancelHref: string;
  pending: boolean;
  failure: Failure | null;
  onSubmit: (fields: MilestoneFields) => Promise<void>;
}

/** The fields of a milestone, for a new draft and for changing one. */
export function MilestoneForm(props: MilestoneFormProps) {
  const { start, currency, submitLabel, notDone, cancelHref, pending, failure, onSubmit } = props;
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const words = useMoneyWords(currency);
  const form = useFormCheck({ schema: milestoneFieldsSchema, labels, failure });
  const set = (change: Partial<MilestoneDraft>) => setDraft((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setTried(true);
    const fields = form.check(enteredFields(draft));
    if (fields !== undefined) void onSubmit(fields);
  };
  return (
    <form noValidate onSubmit={submit} className="flex max-w-2xl flex-col gap-6">
      <FormErrorSummary title={notDone} problems={form.problems} />
      <Field label="Title" required id={form.idOf("title")} error={form.errorOf("title")}>
        <TextInput
          value={draft.title}
          maxLength={120}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <Field
        label="Description"
        optional
        hint="What is made, for what use, and what is not part of it."
        id={form.idOf("description")}
        error={form.errorOf("description")}
      >
        <TextArea
          rows={5}
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      <div className="grid gap-6 sm:grid-cols-2">
        <MoneyField
          label="Amount"
          hint={`What the producer is promised for this milestone; at least ${words(chargeMinimum(currency))}.`}
          currency={currency}
          minimum={chargeMinimum(currency)}
          step={chargeStep(currency)}
          required
          id={form.idOf("amount")}
          showProblem={tried}
          error={draft.amount === null ? undefined : form.errorOf("amount")}
          value={draft.amountText}
          onChange={(amountText, parsed) => set({ amountText, amount: parsed.ok ? parsed.amount : null })}
        />
        <Field
          label="Due date"
          optional
          hint="Said to both; nothing is released by it."
          id={form.idOf("dueOn")}
          error={form.errorOf("dueOn")}
        >
          <TextInput
            type="date"
            value={draft.dueOn}
            onChange={(event) => set({ dueOn: event.target.value })}
          />
        </Field>
      </div>
      <CriteriaEditor
        criteria={draft.criteria}
        onChange={(criteria) => set({ criteria })}
        error={form.errorOf("criteria")}
        errorAt={(index) => form.errorOf(`criteria.${index}`)}
        idAt={(index) => form.idOf(`criteria.${index}`)}
      />
      <FailureNotice failure={isAtField(failure, labels) ? null : failure} currency={currency} />
      <div className="flex flex-col-reverse gap-2 border-t pt-5 sm:flex-row">
        <ButtonLink href={cancelHref}>Cancel</ButtonLink>
        <Button type="submit" variant="primary" pending={pending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
