import { Button } from "@evenshare/ui";
import { useState } from "react";
import type { Failure } from "../api/failure";
import { signOut } from "../auth/auth-requests";
import { FailureNotice } from "../failures/failure-notice";

/** A link that was forwarded, or opened under one's other account. */
export function ForAnother({ invited, signedIn }: { invited: string; signedIn: string }) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = async () => {
    setPending(true);
    const refused = await signOut();
    setFailure(refused);
    setPending(false);
    // Nothing of the account that was left may stay on the page.
    if (refused === null) window.location.reload();
  };
  return (
    <div className="flex flex-col gap-4">
      <p>
        This invitation is for <strong className="font-medium break-all">{invited}</strong>. You are signed in
        as <strong className="font-medium break-all">{signedIn}</strong>, so it cannot be accepted here.
      </p>
      <p className="text-dense text-muted">
        If both addresses are yours, change the account. If it was forwarded to you, ask the sender to invite
        your own address.
      </p>
      <FailureNotice failure={failure} />
      <Button variant="primary" wide pending={pending} onClick={() => void change()}>
        Change the account
      </Button>
    </div>
  );
}
