import { Banner, Button, TextLink } from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import type { Failure } from "../api/failure";
import { FailureNotice } from "../failures/failure-notice";
import { AuthFrame } from "./auth-frame";
import { requestReset } from "./auth-requests";
import { EmailField } from "./credential-fields";

/** Has a link sent that sets another password. It does not tell whether there is an account. */
export function ForgotPasswordScreen() {
  const [email, setEmail] = useState("");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const refused = await requestReset(email);
    setFailure(refused);
    if (refused === null) setSentTo(email);
    setPending(false);
  };

  return (
    <AuthFrame
      title="Set a new password"
      subtitle="We send a link to your e-mail address."
      below={
        <>
          Remembered it? <TextLink href="/sign-in">Sign in</TextLink>
        </>
      }
    >
      {sentTo !== null ? (
        <div role="status">
          <Banner title="Look into your mailbox.">
            If there is an account with {sentTo}, a link is on its way there. It works once, for an hour.
            Nothing is changed until you use it.
          </Banner>
        </div>
      ) : (
        <form className="flex flex-col gap-5" onSubmit={(event) => void submit(event)}>
          <FailureNotice failure={failure} />
          <EmailField value={email} onChange={setEmail} />
          <Button type="submit" variant="primary" wide pending={pending}>
            Send the link
          </Button>
        </form>
      )}
    </AuthFrame>
  );
}
