import { type Failure, readFailure, useTRPC } from "@evenshare/portal";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";

/** Back from the provider's page (`?setup=…`): looks at once at what was saved there. */
export function useSavedMethod(): { readonly isNew: boolean; readonly failure: Failure | null } {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const setup = search.get("setup");
  const asked = useRef<string | null>(null);
  const { mutate, data, error } = useMutation(
    trpc.paymentMethods.refresh.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.paymentMethods.list.queryFilter()),
    }),
  );
  useEffect(() => {
    if (setup === null || asked.current === setup) return;
    asked.current = setup;
    mutate({ id: setup });
  }, [setup, mutate]);
  return { isNew: data?.saved === true, failure: error && readFailure(error) };
}
