import { useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "../api/trpc";

/** While a mail is on its way, what became of it is asked for this often; afterwards not at all. */
const settlingMs = 3_000;

/** The reader's notifications, page by page. */
export function useNotices({ unreadOnly, limit }: { unreadOnly: boolean; limit: number }) {
  const trpc = useTRPC();
  return useInfiniteQuery(
    trpc.notices.list.infiniteQueryOptions(
      { unreadOnly, limit },
      {
        getNextPageParam: ({ nextCursor }) => nextCursor,
        refetchOnMount: "always",
        refetchInterval: ({ state }) =>
          state.data?.pages.some(({ items }) => items.some(({ delivery }) => delivery.state === "queued"))
            ? settlingMs
            : false,
      },
    ),
  );
}
