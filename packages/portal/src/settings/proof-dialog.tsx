import { Field, TextInput, useToast } from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import { RecoveryCodesDialog } from "./recovery-codes-dialog";

const words = {
  renew: {
    title: "Make new recovery codes?",
    explain: "The codes you have are worth nothing from then on.",
    confirm: "Make new codes",
  },
  end: {
    title: "Turn the second factor off?",
    explain: "Signing in then asks for your password alone, and your recovery codes are worth nothing.",
    confirm: "Turn off",
  },
} as const;

/** What wants password and code together: neither a browser left open nor a phone that was found is enough. */
export function ProofDialog({ act, onClose }: { act: keyof typeof words; onClose: () => void }) {
  const client = useTRPCClient();
  const { notify } = useToast();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { run, pending, failure } = useCommand(async (proof: { password: string; code: string }) => {
    if (act === "renew") return client.security.renewRecoveryCodes.mutate(proof);
    await client.security.endSecondFactor.mutate(proof);
    return { recoveryCodes: [] };
  });
  const confirm = async () => {
    const done = await run(() => ({ password, code }));
    if (done === undefined) return;
    if (act === "renew") return setCodes(done.recoveryCodes);
    notify({ tone: "done", title: "Your second factor is off." });
    onClose();
  };
  const { title, explain, confirm: confirmLabel } = words[act];
  if (codes !== null)
    return <RecoveryCodesDialog title="Your new recovery codes" codes={codes} onClose={onClose} />;
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={title}
      confirmLabel={confirmLabel}
      onConfirm={() => void confirm()}
      pending={pending}
      disabled={password === "" || code === ""}
      failure={failure}
      tone={act === "end" ? "danger" : "primary"}
    >
      <p className="text-dense">{explain}</p>
      <Field label="Your password">
        <TextInput
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Field label="Code" hint="Of your authenticator app, or a recovery code.">
        <TextInput
          name="code"
          autoComplete="one-time-code"
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
    </CommandDialog>
  );
}
