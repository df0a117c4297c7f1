import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { readFailure } from "./failure";

const longestWaitMs = 8_000;

/**
 * The cache of everything read from the server. A refusal is final and shown at once; a lost answer to a question is
 * asked again twice. Commands are never repeated by themselves: the person decides, with the same command key.
 */
export function createQueryClient(onSessionMissing: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (readFailure(error).code === "session.missing") onSessionMissing();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
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
