import { Button, TextLink } from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import type { Failure } from "../api/failure";
import { FailureNotice, useFailureWords } from "../failures/failure-notice";
import { AuthFrame } from "./auth-frame";
import { signUp } from "./auth-requests";
import { EmailField, NameField, NewPasswordField } from "./credential-fields";
import { safeNext } from "./safe-next";
import { useEnterSession } from "./use-enter-session";

/** A person's account. The organization comes next, on a page of its own. */
export function SignUpScreen() {
  const [search] = useSearchParams();
  const enter = useEnterSession();
  const [person, setPerson] = useState({ name: "", email: "", password: "" });
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const words = useFailureWords(failure);
  const field = failure?.field ?? null;
  const errorAt = (name: string) => (field === name && words ? `${words.happened} ${words.todo}` : undefined);
  const set = (field: keyof typeof person) => (value: string) =>
    setPerson((before) => ({ ...before, [field]: value }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    setFailure(null);
    const refused = await signUp(person);
    setFailure(refused);
    if (refused === null) await enter(null, safeNext(search.get("next")));
    setPending(false);
  };

  return (
    <AuthFrame
      title="Create an account"
      subtitle="First you, then your organization."
      below={
        <>
          Already have an account? <TextLink href="/sign-in">Sign in</TextLink>. One account works in both
          portals.
        </>
      }
    >
      <form className="flex flex-col gap-5" onSubmit={(event) => void submit(event)}>
        <FailureNotice failure={field === null ? failure : null} />
        <NameField value={person.name} onChange={set("name")} />
        <EmailField value={person.email} onChange={set("email")} error={errorAt("email")} />
        <NewPasswordField value={person.password} onChange={set("password")} error={errorAt("password")} />
        <Button type="submit" variant="primary" wide pending={pending}>
          Create account
        </Button>
      </form>
    </AuthFrame>
  );
}
