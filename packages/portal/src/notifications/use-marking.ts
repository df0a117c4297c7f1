import type { views } from "@evenshare/domain";
import { useToast } from "@evenshare/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";
import { describeFailure } from "../failures/describe-failure";

/** Marks notifications as read or unread; doing it twice is doing it once, so no command key is needed. */
export function useMarking() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { notify } = useToast();
  const { mutate, isPending } = useMutation(
    trpc.notices.mark.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.notices.pathKey() }),
      onError: (error) => {
        const words = describeFailure(readFailure(error), { format: String });
        notify({ tone: "problem", title: words.happened, detail: `${words.notDone} ${words.todo}` });
      },
    }),
  );
  return { mark: (input: z.input<typeof views.markNoticesInput>) => mutate(input), isPending };
}
