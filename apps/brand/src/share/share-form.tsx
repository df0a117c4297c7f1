import { shareWarnings } from "@evenshare/domain";
import { type Failure, FailureNotice, type FormCheck, isAtField, shareWarningWords } from "@evenshare/portal";
import { Banner, Button, ButtonLink, Field, FormErrorSummary, Section, TextInput } from "@evenshare/ui";
import type { FormEvent } from "react";
import { CalendarFields } from "./calendar-fields";
import { CoveredFields } from "./covered-fields";
import { labelsOf, type ShareFieldsProps, wire } from "./form-wiring";
import { PartyFields } from "./party-fields";
import { PayeeFields } from "./payee-fields";
import { readPercent, type ShareDraft } from "./share-draft";
import { SplitFields } from "./split-fields";

interface ShareFormProps extends Pick<ShareFieldsProps, "draft" | "onChange"> {
  form: Pick<FormCheck<unknown>, "errorOf" | "idOf" | "problems">;
  submitLabel: string;
  cancelHref: string;
  pending: boolean;
  failure: Failure | null;
  onSubmit: () => void;
}

/** Everything a revenue share is made of, for a new one and for a further version of one that is there. */
export function ShareForm(props: ShareFormProps) {
  const { draft, onChange, form, submitLabel, cancelHref, pending, failure, onSubmit } = props;
  const fields = { draft, onChange, form };
  const isNew = draft.fixedParties === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) onSubmit();
  };
  return (
    <form noValidate onSubmit={submit} className="max-w-2xl">
      <FormErrorSummary title="Nothing was proposed." problems={form.problems} />
      {isNew && (
        <Section title="Who shares">
          <div className="flex flex-col gap-6">
            <Field
              label="Title"
              hint="What it is about: “Harvest film income”."
              required
              {...wire(form, "title")}
            >
              <TextInput
                maxLength={120}
                value={draft.title}
                onChange={(event) => onChange({ title: event.target.value })}
              />
            </Field>
            <PartyFields {...fields} />
          </div>
        </Section>
      )}
      {draft.runs && (
        <Section title="From when">
          <Field
            label="Takes effect on"
            hint="The first day of a period that has not begun. Until then the terms stay as they are."
            required
            {...wire(form, "effectiveFrom")}
          >
            <TextInput
              type="date"
              value={draft.effectiveFrom}
              onChange={(event) => onChange({ effectiveFrom: event.target.value })}
            />
          </Field>
        </Section>
      )}
      <Section title="Who gets how much">
        <SplitFields {...fields} />
      </Section>
      <Section title="Of what">
        <CoveredFields {...fields} />
      </Section>
      <Section title="When">
        <CalendarFields {...fields} />
      </Section>
      {draft.payees.length > 0 && (
        <Section
          title="With each producer alone"
          description="Advances, floors, reserves and the like. None is needed."
        >
          {draft.payees.map((payee) => (
            <PayeeFields
              key={payee.key}
              payee={payee}
              draft={draft}
              form={form}
              onChange={(change) =>
                onChange({
                  payees: draft.payees.map((one) => (one.key === payee.key ? { ...one, ...change } : one)),
                })
              }
            />
          ))}
        </Section>
      )}
      <div className="mt-6 flex flex-col gap-4">
        <ReserveWarnings draft={draft} />
        <FailureNotice failure={isAtField(failure, labelsOf(draft)) ? null : failure} />
        <div className="flex flex-col-reverse gap-2 border-t pt-5 sm:flex-row">
          <ButtonLink href={cancelHref}>Cancel</ButtonLink>
          <Button type="submit" variant="primary" pending={pending}>
            {submitLabel}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** What is allowed, but unusual; it is proposed all the same. */
function ReserveWarnings({ draft }: { draft: ShareDraft }) {
  const reserves = draft.payees.map(({ key, reserveRate, reserveReleases }) => {
    const releaseBp = reserveReleases.split(/;|,\s/).map(readPercent);
    return [key, { reserve: { rateBp: readPercent(reserveRate), releaseBp } }] as const;
  });
  const warnings = shareWarnings({ period: draft.period, payees: Object.fromEntries(reserves) });
  const nameOf = (party: string) => draft.payees.find(({ key }) => key === party)?.name ?? party;
  const unusual = warnings.filter(({ party }) =>
    draft.payees.some(({ key, reserveRate }) => key === party && reserveRate.trim() !== ""),
  );
  if (unusual.length === 0) return null;
  return (
    <Banner tone="risk" title="Unusual terms">
      <ul>
        {unusual.map((warning) => (
          <li key={`${warning.party} ${warning.kind}`}>
            {shareWarningWords(warning, nameOf(warning.party))}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
