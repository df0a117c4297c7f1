import { Button, Field, FormErrorSummary, Select, TextInput, useFormatting } from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { usePortal } from "../app/portal";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { countryOfLocale, listCountries } from "./countries";
import { useEnterSession } from "./use-enter-session";

const nameHints = {
  brand: "As producers will read it on milestones and payments.",
  producer: "As brands will read it on milestones and payments.",
};

/** A new organization of this portal's kind; whoever creates it owns it. */
export function NewOrganizationForm({ next = "/" }: { next?: string }) {
  const { side } = usePortal();
  const { locale, timeZone } = useFormatting();
  const client = useTRPCClient();
  const enter = useEnterSession();
  const [name, setName] = useState("");
  const [country, setCountry] = useState(() => countryOfLocale(locale));
  const [zone, setZone] = useState(timeZone);
  const { run, pending, failure } = useCommand(client.organizations.create.mutate);
  const field = failure?.code === "input.invalid" ? failure.field : null;
  const reason = failure?.details["reason"];
  const errorAt = (which: string) =>
    field === which ? `It ${String(reason ?? "is not accepted")}.` : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const session = await run((commandKey) => ({ commandKey, name: name.trim(), country, timeZone: zone }));
    if (session === undefined) return;
    await enter(session, next);
  };

  return (
    <form className="flex flex-col gap-5" onSubmit={(event) => void submit(event)}>
      {field === null ? (
        <FailureNotice failure={failure} />
      ) : (
        <FormErrorSummary
          title="The organization was not created."
          problems={[{ message: errorAt(field) ?? "" }]}
        />
      )}
      <Field label="Name of the organization" hint={nameHints[side]} error={errorAt("name")}>
        <TextInput
          autoComplete="organization"
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label="Country" error={errorAt("country")}>
        <Select
          required
          placeholder="Choose a country"
          value={country}
          options={listCountries(locale).map(({ code, name: label }) => ({ value: code, label }))}
          onChange={(event) => setCountry(event.target.value)}
        />
      </Field>
      <Field label="Time zone" hint="Dates of your organization are meant in it." error={errorAt("timeZone")}>
        <Select
          required
          value={zone}
          options={listTimeZones(zone)}
          onChange={(event) => setZone(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" wide pending={pending}>
        Create organization
      </Button>
    </form>
  );
}

function listTimeZones(own: string) {
  const zones = new Set([own, ...Intl.supportedValuesOf("timeZone"), "UTC"]);
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
