import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { readFailure } from "./failure";
import { hashQueryKey } from "./hash-query-key";

const longestWaitMs = 8_000;

/**
 * The cache of everything read from the server. A refusal is final and shown at once; a lost answer to a question is
 * asked again twice. Commands are never repeated by themselves: the person decides, with the same command key.
 */
export function createQueryClient(onSessionMissing: () => void): QueryClient {
  const isOver = (error: unknown) => readFailure(error).code === "session.missing";
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        // The question about the session itself is answered by this; asking it again would never end.
        if (isOver(error) && !isSessionKey(queryKey)) onSessionMissing();
      },
    }),
    mutationCache: new MutationCache({
      onError: (error) => {
        if (isOver(error)) onSessionMissing();
      },
    }),
    defaultOptions: {
      queries: {
        queryKeyHashFn: hashQueryKey,
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        networkMode: "always",
        retry: (failures, error) => failures < 2 && !readFailure(error).definitive,
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, longestWaitMs),
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

function isSessionKey([path]: readonly unknown[]): boolean {
  return Array.isArray(path) && path[0] === "session";
}
