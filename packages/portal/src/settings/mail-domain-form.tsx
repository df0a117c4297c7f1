import { views } from "@evenshare/domain";
import { Button, Field, FormErrorSummary, TextInput } from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { isAtField, useFormCheck } from "../forms/use-form-check";

const schema = views.setMailDomainInput.omit({ commandKey: true });
const labels = { domain: "The domain" };

/** Names the domain. Nothing is sent from it before its records are found. */
export function MailDomainForm() {
  const client = useTRPCClient();
  const [domain, setDomain] = useState("");
  const { run, pending, failure } = useCommand(client.mailDomain.set.mutate);
  const form = useFormCheck({ schema, labels, failure });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const entered = form.check({ domain });
    if (entered !== undefined) await run((commandKey) => ({ commandKey, ...entered }));
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-xl flex-col gap-6">
      <FormErrorSummary title="Nothing was saved." problems={form.problems} />
      <Field
        label="Domain"
        hint="One that belongs to your organization, such as example.com. You then set records in its DNS that show it."
        required
        id={form.idOf("domain")}
        error={form.errorOf("domain")}
      >
        <TextInput
          inputMode="url"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          value={domain}
          onChange={(event) => setDomain(event.target.value)}
        />
      </Field>
      <FailureNotice failure={isAtField(failure, labels) ? null : failure} />
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Show the records
        </Button>
      </div>
    </form>
  );
}
