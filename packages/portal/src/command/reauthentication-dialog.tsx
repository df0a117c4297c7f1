import { Field, TextInput } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Failure, readFailure } from "../api/failure";
import { useTRPC, useTRPCClient } from "../api/trpc";
import { useSession } from "../app/session";
import { CommandDialog } from "./command-dialog";

/** Asks for the password, and the code where a second factor is on, before money, members or bank details are touched. */
export function ReauthenticationDialog({ onAnswer }: { onAnswer: (proved: boolean) => void }) {
  const { user } = useSession();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const security = useQuery(trpc.security.get.queryOptions());
  const asksForCode =
    security.data?.secondFactor.since != null || failure?.code === "second_factor.code_needed";

  const confirm = async () => {
    setPending(true);
    setFailure(null);
    try {
      await client.session.reauthenticate.mutate(asksForCode ? { password, code } : { password });
      onAnswer(true);
    } catch (error) {
      setFailure(readFailure(error));
      setPending(false);
    }
  };
  return (
    <CommandDialog
      open
      onOpenChange={() => onAnswer(false)}
      title="Is it still you?"
      description={`You signed in as ${user.email} some time ago. Money, members and bank details want your password again.`}
      confirmLabel="Go on"
      onConfirm={() => void confirm()}
      pending={pending}
      disabled={password === "" || (asksForCode && code === "")}
      failure={failure}
    >
      <Field label="Your password">
        <TextInput
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      {asksForCode && (
        <Field label="Code" hint="Of your authenticator app, or a recovery code.">
          <TextInput
            name="code"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Field>
      )}
    </CommandDialog>
  );
}
