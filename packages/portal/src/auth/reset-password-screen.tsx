import { Banner, Button, ButtonLink } from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import type { Failure } from "../api/failure";
import { FailureNotice, useFailureWords } from "../failures/failure-notice";
import { AuthFrame } from "./auth-frame";
import { resetPassword } from "./auth-requests";
import { NewPasswordField } from "./credential-fields";

/** Where the link of the mail arrives: another password is chosen, and everybody is signed out. */
export function ResetPasswordScreen() {
  const [search] = useSearchParams();
  const [password, setPassword] = useState("");
  const [done, setDone] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const words = useFailureWords(failure);
  const atField = failure?.field === "password" && words ? `${words.happened} ${words.todo}` : undefined;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const refused = await resetPassword({ token: search.get("token") ?? "", password });
    setFailure(refused);
    setDone(refused === null);
    setPending(false);
  };

  if (done) {
    return (
      <AuthFrame title="Your password is changed">
        <div className="flex flex-col gap-5">
          <Banner title="Everybody is signed out.">
            Wherever you were signed in, in both portals, you sign in again with the new password.
          </Banner>
          <ButtonLink variant="primary" wide href="/sign-in">
            Sign in
          </ButtonLink>
        </div>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title="Choose a new password" subtitle="You are then signed out everywhere.">
      <form className="flex flex-col gap-5" onSubmit={(event) => void submit(event)}>
        <FailureNotice failure={atField === undefined ? failure : null} />
        {failure?.code === "link.invalid" && (
          <ButtonLink wide href="/forgot-password">
            Have another link sent
          </ButtonLink>
        )}
        <NewPasswordField label="New password" value={password} onChange={setPassword} error={atField} />
        <Button type="submit" variant="primary" wide pending={pending}>
          Set the password
        </Button>
      </form>
    </AuthFrame>
  );
}
