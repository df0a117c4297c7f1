import { Button, Field, Section, TextInput, useToast } from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { NewPasswordField } from "../auth/credential-fields";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { useFieldFailure } from "./use-field-failure";

/** Changes the password; every other session of the person ends. */
export function PasswordSection() {
  const client = useTRPCClient();
  const { notify } = useToast();
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");
  const { run, pending, failure } = useCommand(client.person.changePassword.mutate);
  const asked = failure?.code === "password.wrong" ? { ...failure, field: "currentPassword" } : failure;
  const { errorAt, other } = useFieldFailure(asked, {
    currentPassword: "The present password",
    newPassword: "The new password",
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const changed = await run((commandKey) => ({ commandKey, currentPassword, newPassword }));
    if (changed === undefined) return;
    setCurrent("");
    setNew("");
    notify({
      tone: "done",
      title: "Your password is changed.",
      detail: "You are signed out everywhere but here, in both portals.",
    });
  };
  return (
    <Section title="Password" description="Changing it signs you out everywhere but here, in both portals.">
      <form className="flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
        <FailureNotice failure={other} />
        <Field label="Present password" error={errorAt("currentPassword")}>
          <TextInput
            type="password"
            name="current-password"
            autoComplete="current-password"
            value={currentPassword}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </Field>
        <NewPasswordField
          label="New password"
          value={newPassword}
          onChange={setNew}
          error={errorAt("newPassword")}
        />
        <div>
          <Button type="submit" pending={pending} disabled={currentPassword === "" || newPassword === ""}>
            Change the password
          </Button>
        </div>
      </form>
    </Section>
  );
}
