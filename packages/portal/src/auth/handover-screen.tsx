import { ButtonLink, TextSkeleton } from "@evenshare/ui";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { type Failure, readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";
import { FailureNotice } from "../failures/failure-notice";
import { AuthFrame } from "./auth-frame";
import { useEnterSession } from "./use-enter-session";

/** Where the link from the other portal arrives. The token works once, so it is sent once and then leaves the address. */
export function HandoverScreen() {
  const [search] = useSearchParams();
  const trpc = useTRPC();
  const enter = useEnterSession();
  const sent = useRef(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { mutateAsync } = useMutation(trpc.session.acceptHandover.mutationOptions());
  const token = search.get("token") ?? "";

  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    const arrive = async () => {
      try {
        await enter(await mutateAsync({ token }));
      } catch (error) {
        setFailure(readFailure(error));
      }
    };
    void arrive();
  });

  return (
    <AuthFrame title={failure === null ? "Bringing you over" : "This link does not work any more"}>
      {failure === null ? (
        <TextSkeleton label="Signing you in from the other portal" lines={2} />
      ) : (
        <div className="flex flex-col gap-5">
          <FailureNotice failure={failure} />
          <ButtonLink variant="primary" wide href="/sign-in">
            Sign in here
          </ButtonLink>
        </div>
      )}
    </AuthFrame>
  );
}
