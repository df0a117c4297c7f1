import { Button, Field, TextInput } from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import type { Failure } from "../api/failure";
import { FailureNotice } from "../failures/failure-notice";
import { AuthFrame } from "./auth-frame";
import { signInWithCode } from "./auth-requests";

interface SecondStepProps {
  challenge: string;
  onDone: () => Promise<void>;
  /** Back to the password, when the challenge is too old or it was somebody else's account. */
  onBack: () => void;
}

/** Asks for a code of the authenticator app, after the password. */
export function SecondStep({ challenge, onDone, onBack }: SecondStepProps) {
  const [code, setCode] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const refused = await signInWithCode({ challenge, code });
    setFailure(refused);
    if (refused === null) await onDone();
    else setCode("");
    setPending(false);
  };

  return (
    <AuthFrame
      title="Enter your code"
      subtitle="Your second factor is on."
      below={
        <Button variant="quiet" onClick={onBack}>
          Back to the password
        </Button>
      }
    >
      <form className="flex flex-col gap-5" onSubmit={(event) => void submit(event)}>
        <FailureNotice failure={failure} />
        <Field label="Code" hint="The six digits of your authenticator app, or one of your recovery codes.">
          <TextInput
            name="code"
            autoComplete="one-time-code"
            required
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary" wide pending={pending}>
          Sign in
        </Button>
      </form>
    </AuthFrame>
  );
}
