import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { ApiContextOf } from "../server/request-facts";
import type { Services } from "../services";
import { isUnexpected } from "./describe-error";
import { appRouter } from "./router";

export const trpcPath = "/api/trpc";
const mostCallsPerRequest = 20;

/** Answers a request under `/api/trpc/`. */
export function serveTrpc(c: ApiContextOf, services: Services): Promise<Response> {
  const facts = c.get("facts");
  return fetchRequestHandler({
    endpoint: trpcPath,
    req: c.req.raw,
    router: appRouter,
    maxBatchSize: mostCallsPerRequest,
    createContext: ({ resHeaders }) => ({ ...facts, services, responseHeaders: resHeaders }),
    onError: ({ error, path }) => {
      const line = { requestId: facts.requestId, path };
      if (isUnexpected(error))
        services.log.error({ ...line, err: error.cause ?? error }, "a procedure failed");
    },
  });
}
