import { views } from "@evenshare/domain";
import { Button, Field, TextInput, TextLink } from "@evenshare/ui";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";
import { NameField, NewPasswordField } from "../auth/credential-fields";
import { useEnterSession } from "../auth/use-enter-session";
import { FailureNotice } from "../failures/failure-notice";
import { isAtField, useFormCheck } from "../forms/use-form-check";

const schema = views.invitedSignUpInput;
const labels = { name: "Your name", password: "The password" };

interface InvitedSignUpProps {
  invitation: views.InvitationView;
  token: string;
}

/** For whoever holds the link and is not signed in: an account for exactly this address, or the way to sign in. */
export function InvitedSignUp({ invitation, token }: InvitedSignUpProps) {
  const trpc = useTRPC();
  const enter = useEnterSession();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const here = `/invitation?token=${encodeURIComponent(token)}`;
  const { mutate, isPending, isSuccess, error } = useMutation(
    trpc.invitations.signUp.mutationOptions({
      onSuccess: (session) => enter(session, invitation.kind === "member" ? "/" : here),
    }),
  );
  const failure = error === null ? null : readFailure(error);
  const form = useFormCheck({ schema, labels, failure });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    const entered = form.check({ token, name, password });
    if (entered !== undefined) mutate(entered);
  };
  return (
    <>
      <p>
        Have an account already?{" "}
        <TextLink href={`/sign-in?next=${encodeURIComponent(here)}`}>Sign in as {invitation.email}</TextLink>.
        Otherwise create it here; your address counts as confirmed.
      </p>
      <form noValidate className="flex flex-col gap-5" onSubmit={submit}>
        <FailureNotice failure={isAtField(failure, labels) ? null : failure} />
        <Field label="E-mail address" hint="The invitation is for this address.">
          <TextInput type="email" name="email" autoComplete="username" readOnly value={invitation.email} />
        </Field>
        <NameField value={name} onChange={setName} id={form.idOf("name")} error={form.errorOf("name")} />
        <NewPasswordField
          value={password}
          onChange={setPassword}
          id={form.idOf("password")}
          error={form.errorOf("password")}
        />
        <Button type="submit" variant="primary" wide pending={isPending || isSuccess}>
          {invitation.kind === "member" ? `Create account and join` : "Create account"}
        </Button>
      </form>
    </>
  );
}
