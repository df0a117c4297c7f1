import { Button, Field, TextInput, TextLink } from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import type { Failure } from "../api/failure";
import { usePortal } from "../app/portal";
import { FailureNotice } from "../failures/failure-notice";
import { AuthFrame } from "./auth-frame";
import { signIn } from "./auth-requests";
import { EmailField } from "./credential-fields";
import { safeNext } from "./safe-next";
import { SecondStep } from "./second-step";
import { useEnterSession } from "./use-enter-session";

const subtitles = {
  brand: "To fund and release milestones.",
  producer: "To submit work and see your money.",
};

export function SignInScreen() {
  const { side } = usePortal();
  const [search] = useSearchParams();
  const enter = useEnterSession();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [challenge, setChallenge] = useState<string | null>(null);
  const next = search.get("next");
  const goOn = () => enter(null, safeNext(next));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    setFailure(null);
    const answer = await signIn({ email, password });
    setFailure(answer.failure);
    if (answer.failure === null && answer.value.challenge === null) await goOn();
    if (answer.failure === null) setChallenge(answer.value.challenge);
    setPending(false);
  };

  if (challenge !== null) {
    return <SecondStep challenge={challenge} onDone={goOn} onBack={() => setChallenge(null)} />;
  }

  return (
    <AuthFrame
      title="Sign in"
      subtitle={subtitles[side]}
      below={
        <>
          No account yet?{" "}
          <TextLink href={next === null ? "/sign-up" : `/sign-up?next=${encodeURIComponent(next)}`}>
            Create one
          </TextLink>
        </>
      }
    >
      <form className="flex flex-col gap-5" onSubmit={(event) => void submit(event)}>
        <FailureNotice failure={failure} />
        <EmailField value={email} onChange={setEmail} />
        <Field label="Password">
          <TextInput
            type="password"
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary" wide pending={pending}>
          Sign in
        </Button>
        <p className="text-dense">
          <TextLink href="/forgot-password">Forgotten your password?</TextLink>
        </p>
      </form>
    </AuthFrame>
  );
}
