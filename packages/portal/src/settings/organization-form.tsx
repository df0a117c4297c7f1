import { views } from "@evenshare/domain";
import {
  Button,
  Checkbox,
  Field,
  FormErrorSummary,
  Section,
  Select,
  TextInput,
  useToast,
} from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { isAtField, useFormCheck } from "../forms/use-form-check";

const schema = views.updateOrganizationInput.omit({ commandKey: true });
const labels = { name: "The name", timeZone: "The time zone", accent: "The colour" };
const firstAccent = "#1f3a8a";

/** Changes the name, the time zone and the colour of the organization. */
export function OrganizationForm({ organization }: { organization: views.OrganizationView }) {
  const client = useTRPCClient();
  const { notify } = useToast();
  const [name, setName] = useState(organization.name);
  const [timeZone, setTimeZone] = useState(organization.timeZone);
  const [accent, setAccent] = useState(organization.branding.accent);
  const { run, pending, failure } = useCommand(client.organizations.update.mutate);
  const form = useFormCheck({ schema, labels, failure });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const entered = form.check({ name, timeZone, accent });
    if (entered === undefined) return;
    const done = await run((commandKey) => ({ commandKey, ...entered }));
    if (done !== undefined) notify({ tone: "done", title: "Saved. Your partners see it from now on." });
  };
  return (
    <Section
      title="Name and look"
      description="Partners read the name on milestones, payments and mails. Agreements keep the time zone they were made in."
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-xl flex-col gap-6">
        <FormErrorSummary title="Nothing was saved." problems={form.problems} />
        <Field label="Name" required id={form.idOf("name")} error={form.errorOf("name")}>
          <TextInput maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label="Time zone" id={form.idOf("timeZone")} error={form.errorOf("timeZone")}>
          <Select
            value={timeZone}
            options={listTimeZones(timeZone)}
            onChange={(event) => setTimeZone(event.target.value)}
          />
        </Field>
        <Checkbox
          label="A colour of our own"
          hint="A line in it stands under your logo or initials, here and in your partnerships; in mails to your partners it colours the button."
          checked={accent !== null}
          onChange={(event) => setAccent(event.target.checked ? firstAccent : null)}
        />
        {accent !== null && (
          <Field
            label="Colour"
            hint="White text on it must be readable, so pale colours are refused."
            id={form.idOf("accent")}
            error={form.errorOf("accent")}
          >
            <TextInput
              type="color"
              className="max-w-24 p-1"
              value={accent}
              onChange={(event) => setAccent(event.target.value)}
            />
          </Field>
        )}
        <FailureNotice failure={isAtField(failure, labels) ? null : failure} />
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            Save
          </Button>
        </div>
      </form>
    </Section>
  );
}

function listTimeZones(own: string) {
  return [...new Set([own, ...Intl.supportedValuesOf("timeZone"), "UTC"])]
    .sort()
    .map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
