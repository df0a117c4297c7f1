import { Banner, Button } from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { useCommand } from "../command/use-command";
import { useFailureWords } from "../failures/failure-notice";
import { useSession } from "./session";

/** Over every page until the person has confirmed their address: what that holds up, and the mail once more. */
export function UnverifiedBanner() {
  const { user } = useSession();
  return user.emailVerified ? null : <Unverified email={user.email} />;
}

function Unverified({ email }: { email: string }) {
  const client = useTRPCClient();
  const [sent, setSent] = useState(false);
  const { run, pending, failure } = useCommand(async (input: { commandKey: string }) => {
    await client.person.resendVerification.mutate(input);
    return true;
  });
  const words = useFailureWords(failure);
  const resend = async () => setSent((await run((commandKey) => ({ commandKey }))) ?? false);
  return (
    <Banner
      title="Confirm your e-mail address"
      action={
        <Button size="small" pending={pending} onClick={() => void resend()}>
          Send the mail again
        </Button>
      }
    >
      Open the link in the mail to {email}. Until then you can look around; partnerships and money wait.
      <span role="status" className="block">
        {words !== null && `${words.happened} ${words.todo}`}
        {words === null && sent && "Another mail is on its way; it replaces the one before."}
      </span>
    </Banner>
  );
}
