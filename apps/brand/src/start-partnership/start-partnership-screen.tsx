import { views } from "@evenshare/domain";
import {
  FailureNotice,
  isAtField,
  useCommand,
  useDocumentTitle,
  useFormCheck,
  useTRPCClient,
} from "@evenshare/portal";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Field,
  FormErrorSummary,
  PageHeader,
  TextInput,
  useFormatting,
} from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { enteredTerms, startTerms } from "./terms-draft";
import { TermsFields } from "./terms-fields";

const schema = views.startPartnershipInput.omit({ commandKey: true });
const labels = {
  producerEmail: "The e-mail address",
  title: "The title",
  terms: "This term",
  "terms.reviewDays": "The review window",
  "terms.includedRevisions": "The number of rounds",
  "terms.firstMinimumStartBp": "The share",
  "terms.minimumStartBp": "The share",
  "terms.timeZone": "The time zone",
};

/** Proposes an agreement to a producer who has an account. */
export function StartPartnershipScreen() {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const { timeZone } = useFormatting();
  const [producerEmail, setProducerEmail] = useState("");
  const [title, setTitle] = useState("");
  const [terms, setTerms] = useState(() => startTerms(timeZone, "GBP"));
  const { run, pending, failure } = useCommand(client.partnerships.start.mutate);
  const form = useFormCheck({ schema, labels, failure });
  useDocumentTitle("Start a partnership");

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const entered = form.check({ producerEmail: producerEmail.trim(), title, terms: enteredTerms(terms) });
    if (entered === undefined) return;
    const done = await run((commandKey) => ({ commandKey, ...entered }));
    if (done !== undefined) await navigate(`/partnerships/${done.id}`, { replace: true });
  };

  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[{ label: "Partners", href: "/partnerships" }, { label: "Start a partnership" }]}
          />
        }
        title="Start a partnership"
        subtitle="You propose terms; the producer reads them and accepts. Nothing is charged by this."
      />
      <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-2xl flex-col gap-6">
        <FormErrorSummary title="The partnership was not started." problems={form.problems} />
        <Field
          label="The producer's e-mail address"
          hint="The one they sign in with. They need an account in the producer portal first."
          required
          id={form.idOf("producerEmail")}
          error={form.errorOf("producerEmail")}
        >
          <TextInput
            type="email"
            autoComplete="off"
            value={producerEmail}
            onChange={(event) => setProducerEmail(event.target.value)}
          />
        </Field>
        <Field
          label="Title"
          hint="What you do together: “Harvest boxes 2027”."
          required
          id={form.idOf("title")}
          error={form.errorOf("title")}
        >
          <TextInput maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <h2 className="mt-3 border-t pt-6 text-section font-semibold">Terms</h2>
        <p className="-mt-4 max-w-reading text-dense text-muted">
          These hold for every milestone. The defaults suit most work; the platform fee is added to what you
          propose here and shown in the agreement.
        </p>
        <TermsFields
          terms={terms}
          onChange={(change) => setTerms((before) => ({ ...before, ...change }))}
          form={form}
        />
        <FailureNotice failure={isAtField(failure, labels) ? null : failure} />
        <div className="flex flex-col-reverse gap-2 border-t pt-5 sm:flex-row">
          <ButtonLink href="/partnerships">Cancel</ButtonLink>
          <Button type="submit" variant="primary" pending={pending}>
            Propose the agreement
          </Button>
        </div>
      </form>
    </>
  );
}
