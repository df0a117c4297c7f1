import type { Log } from "@evenshare/runtime";
import type { MiddlewareHandler } from "hono";
import type { ApiEnv } from "./request-facts";

/** One line per request. The query is left out: it holds inputs, and hand-over tokens. */
export function logRequest(log: Log): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const began = process.hrtime.bigint();
    await next();
    const { requestId, portal } = c.get("facts");
    const ms = Number((process.hrtime.bigint() - began) / 1_000n) / 1_000;
    log.info(
      { requestId, portal, method: c.req.method, path: c.req.path, status: c.res.status, ms },
      "request",
    );
  };
}
