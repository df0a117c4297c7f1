import { useMutation } from "@tanstack/react-query";
import { type Failure, readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";

export interface Handover {
  /** Goes to the other portal, already signed in there; to one organization, or to choose. */
  readonly begin: (organizationId?: string) => void;
  readonly pending: boolean;
  readonly failure: Failure | null;
}

/** The way to the other portal without signing in again: a link that works once, for a minute. */
export function useHandover(): Handover {
  const trpc = useTRPC();
  const { mutate, isPending, error, isSuccess } = useMutation(
    trpc.session.beginHandover.mutationOptions({
      onSuccess: ({ url }) => window.location.assign(url),
    }),
  );
  return {
    begin: (organizationId) => mutate(organizationId === undefined ? {} : { organizationId }),
    // The page is being left: the button stays busy until it is gone.
    pending: isPending || isSuccess,
    failure: error === null ? null : readFailure(error),
  };
}
