import { Banner, Button, Field, Section, TextInput, useToast } from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { useSession } from "../app/session";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { useFieldFailure } from "./use-field-failure";

/** The name that the other side and the trails read. */
export function NameSection() {
  const { user } = useSession();
  const client = useTRPCClient();
  const { notify } = useToast();
  const [name, setName] = useState(user.name);
  const { run, pending, failure } = useCommand(client.person.changeName.mutate);
  const { errorAt, other } = useFieldFailure(failure, { name: "The name" });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const changed = await run((commandKey) => ({ commandKey, name }));
    if (changed !== undefined) notify({ tone: "done", title: "Your name is changed." });
  };
  return (
    <Section
      title="Name"
      description="As the other side reads it. What you did before stays under the name of then."
    >
      <form className="flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
        <FailureNotice failure={other} />
        <Field label="Your name" error={errorAt("name")}>
          <TextInput
            name="name"
            autoComplete="name"
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <div>
          <Button type="submit" pending={pending} disabled={name.trim() === user.name}>
            Change the name
          </Button>
        </div>
      </form>
    </Section>
  );
}

/** Moves the account to another address, by a link that is sent there. */
export function EmailSection() {
  const { user } = useSession();
  const client = useTRPCClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { run, pending, failure } = useCommand(
    async (input: { commandKey: string; email: string; password: string }) => {
      await client.person.changeEmail.mutate(input);
      return input.email;
    },
  );
  const { errorAt, other } = useFieldFailure(failure, { email: "The address", password: "The password" });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await run((commandKey) => ({ commandKey, email, password }));
    if (sent === undefined) return;
    setSentTo(sent);
    setEmail("");
    setPassword("");
  };
  return (
    <Section title="E-mail address" description={`You sign in with ${user.email}, and mails go there.`}>
      <form className="flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
        {sentTo !== null && (
          <div role="status">
            <Banner title={`Look into the mailbox of ${sentTo}.`}>
              A link is on its way there. Nothing is changed until you open it; your old address is then told.
            </Banner>
          </div>
        )}
        <FailureNotice failure={other} />
        <Field label="New e-mail address" error={errorAt("email")}>
          <TextInput
            type="email"
            name="new-email"
            autoComplete="email"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field label="Your password" error={errorAt("password")}>
          <TextInput
            type="password"
            name="password-for-email"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <div>
          <Button type="submit" pending={pending} disabled={email === "" || password === ""}>
            Send the link
          </Button>
        </div>
      </form>
    </Section>
  );
}
