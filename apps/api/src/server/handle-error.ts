import type { Log } from "@evenshare/runtime";
import type { ErrorHandler } from "hono";
import { isDatabaseAway } from "./database-away";
import type { ApiEnv } from "./request-facts";
import { failWith, RestFailure } from "./rest-failure";

/** Tells refusals as they are; of anything else only the request id leaves the server, and the log has the rest. */
export function handleError(log: Log): ErrorHandler<ApiEnv> {
  return (error, c) => {
    if (error instanceof RestFailure) return failWith(c, error.failure);
    const requestId = c.get("facts")?.requestId ?? null;
    if (isDatabaseAway(error)) {
      log.warn({ requestId }, "the database is away");
      return failWith(c, { code: "database.away" });
    }
    log.error({ requestId, err: error }, "a request failed");
    return c.json({ code: "INTERNAL_SERVER_ERROR", failure: null, requestId }, 500);
  };
}
