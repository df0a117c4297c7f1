import { type Role, views } from "@evenshare/domain";
import { Field, TextInput, useToast } from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import { isAtField, useFormCheck } from "../forms/use-form-check";
import { RoleField } from "./role-field";

const schema = views.inviteMemberInput.omit({ commandKey: true });
const labels = { email: "The e-mail address" };

/** Asks a colleague in by e-mail. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const client = useTRPCClient();
  const { notify } = useToast();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("contributor");
  const { run, pending, failure } = useCommand(client.team.invite.mutate);
  const form = useFormCheck({ schema, labels, failure });
  const confirm = async () => {
    const entered = form.check({ email: email.trim(), role });
    if (entered === undefined) return;
    const done = await run((commandKey) => ({ commandKey, ...entered }));
    if (done === undefined) return;
    notify({ tone: "done", title: `The invitation to ${entered.email} is on its way.` });
    onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title="Invite a colleague"
      description="They get a mail with a link that is good for 30 days, whether or not they have an account."
      confirmLabel="Send the invitation"
      onConfirm={() => void confirm()}
      pending={pending}
      failure={isAtField(failure, labels) ? null : failure}
    >
      <Field label="E-mail address" required id={form.idOf("email")} error={form.errorOf("email")}>
        <TextInput
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <RoleField role={role} onChange={setRole} />
    </CommandDialog>
  );
}
