import { dayIn, views } from "@evenshare/domain";
import {
  FailureNotice,
  isAtField,
  useCommand,
  useDocumentTitle,
  useFormCheck,
  useNow,
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
  useToast,
} from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { enteredTerms, startTerms } from "./terms-draft";
import { TermsFields } from "./terms-fields";

const schema = views.invitePartnerInput.omit({ commandKey: true });
const labels = {
  email: "The e-mail address",
  title: "The title",
  startsOn: "The day",
  terms: "This term",
  "terms.reviewDays": "The review window",
  "terms.includedRevisions": "The number of rounds",
  "terms.firstMinimumStartBp": "The share",
  "terms.minimumStartBp": "The share",
  "terms.timeZone": "The time zone",
};

/** Invites a producer, with or without an account, and proposes an agreement. */
export function StartPartnershipScreen() {
  const client = useTRPCClient();
  const navigate = useNavigate();
  const { timeZone } = useFormatting();
  const { notify } = useToast();
  const now = useNow();
  const [email, setEmail] = useState("");
  const [title, setTitle] = useState("");
  const [startsOn, setStartsOn] = useState(() => dayIn(timeZone, now));
  const [terms, setTerms] = useState(() => startTerms(timeZone, "GBP"));
  const { run, pending, failure } = useCommand(client.partnerships.invite.mutate);
  const form = useFormCheck({ schema, labels, failure });
  useDocumentTitle("Start a partnership");

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const entered = form.check({ email: email.trim(), title, startsOn, terms: enteredTerms(terms) });
    if (entered === undefined) return;
    const done = await run((commandKey) => ({ commandKey, ...entered }));
    if (done === undefined) return;
    notify({ tone: "done", title: `The invitation to ${entered.email} is on its way.` });
    await navigate("/partnerships", { replace: true });
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
        subtitle="You propose terms; the producer gets them by mail, reads and accepts. Nothing is charged by this."
      />
      <form noValidate onSubmit={(event) => void submit(event)} className="flex max-w-2xl flex-col gap-6">
        <FormErrorSummary title="The invitation was not sent." problems={form.problems} />
        <Field
          label="The producer's e-mail address"
          hint="They get a mail with a link that is good for 30 days. They need no account yet."
          required
          id={form.idOf("email")}
          error={form.errorOf("email")}
        >
          <TextInput
            type="email"
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
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
        <Field
          label="The producer earns from"
          hint="Stated in the agreement. Today, unless you agreed on another day."
          required
          id={form.idOf("startsOn")}
          error={form.errorOf("startsOn")}
        >
          <TextInput type="date" value={startsOn} onChange={(event) => setStartsOn(event.target.value)} />
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
            Send the invitation
          </Button>
        </div>
      </form>
    </>
  );
}
