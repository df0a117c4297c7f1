import type { MiddlewareHandler } from "hono";
import { unsubscribePath } from "../routes/unsubscribe";
import { RestFailure } from "./rest-failure";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses whatever changes something unless it says that it comes from a page of this portal (R15). Browsers set
 * Origin themselves and no page can forge it. Webhooks and a mail reader's "unsubscribe" come from no page and are
 * signed instead.
 */
export function checkOrigin(origin: string): MiddlewareHandler {
  return async (c, next) => {
    const exempt =
      safeMethods.has(c.req.method) || c.req.path.startsWith("/webhooks/") || c.req.path === unsubscribePath;
    if (!exempt && c.req.header("origin") !== origin) throw new RestFailure({ code: "origin.foreign" });
    await next();
  };
}
