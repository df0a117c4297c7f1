import { Button } from "@evenshare/ui";
import { useMutation } from "@tanstack/react-query";
import { readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";
import { useEnterSession } from "../auth/use-enter-session";
import { FailureNotice } from "../failures/failure-notice";

/** The last step of joining an organization, for whom the invitation was sent to. */
export function AcceptAsMember({ token, organizationName }: { token: string; organizationName: string }) {
  const trpc = useTRPC();
  const enter = useEnterSession();
  const { mutate, isPending, isSuccess, error } = useMutation(
    trpc.invitations.accept.mutationOptions({ onSuccess: (session) => enter(session) }),
  );
  return (
    <div className="flex flex-col gap-4">
      <FailureNotice failure={error === null ? null : readFailure(error)} />
      <Button variant="primary" wide pending={isPending || isSuccess} onClick={() => mutate({ token })}>
        Join {organizationName}
      </Button>
    </div>
  );
}
