import { Field, TextInput } from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import { QrCode } from "./qr-code";
import { RecoveryCodesDialog } from "./recovery-codes-dialog";

interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

/** Turns the second factor on: password, square, first code, recovery codes. Closed before the code, it stays off. */
export function EnrolDialog({ onClose }: { onClose: () => void }) {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null)
    return <RecoveryCodesDialog title="Your second factor is on" codes={codes} onClose={onClose} />;
  return enrolment === null ? (
    <PasswordStep onClose={onClose} onBegun={setEnrolment} />
  ) : (
    <CodeStep enrolment={enrolment} onClose={onClose} onOn={setCodes} />
  );
}

function PasswordStep({ onClose, onBegun }: { onClose: () => void; onBegun: (begun: Enrolment) => void }) {
  const client = useTRPCClient();
  const [password, setPassword] = useState("");
  const { run, pending, failure } = useCommand((input: { password: string }) =>
    client.security.beginSecondFactor.mutate(input),
  );
  const begin = async () => {
    const begun = await run(() => ({ password }));
    if (begun !== undefined) onBegun(begun);
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title="Turn the second factor on"
      confirmLabel="Go on"
      onConfirm={() => void begin()}
      pending={pending}
      disabled={password === ""}
      failure={failure}
    >
      <p className="text-dense">You need an authenticator app on your phone. First your password.</p>
      <Field label="Your password">
        <TextInput
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
    </CommandDialog>
  );
}

interface CodeStepProps {
  enrolment: Enrolment;
  onClose: () => void;
  onOn: (codes: readonly string[]) => void;
}

function CodeStep({ enrolment: { secret, uri }, onClose, onOn }: CodeStepProps) {
  const client = useTRPCClient();
  const [code, setCode] = useState("");
  const { run, pending, failure } = useCommand((input: { code: string }) =>
    client.security.confirmSecondFactor.mutate(input),
  );
  const confirm = async () => {
    const on = await run(() => ({ code }));
    if (on !== undefined) onOn(on.recoveryCodes);
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title="Scan this with your authenticator app"
      confirmLabel="Turn on"
      onConfirm={() => void confirm()}
      pending={pending}
      disabled={code === ""}
      failure={failure}
    >
      <QrCode text={uri} label="The key for your authenticator app, as a square to scan" />
      <p className="text-dense">
        If you cannot scan it, enter this key in the app:{" "}
        <code className="figures break-all">{secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
      </p>
      <Field label="Code" hint="The six digits the app shows now. Until you enter one, nothing is turned on.">
        <TextInput
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
    </CommandDialog>
  );
}
