import { randomUUID } from "node:crypto";
import type { Auth, SessionFacts } from "@evenshare/auth";
import type { OrganizationKind } from "@evenshare/domain";
import type { MiddlewareHandler } from "hono";
import { clientAddress } from "./client-address";
import type { ApiEnv } from "./request-facts";

/**
 * Gives the request its id, its portal and a way to ask who sent it. The portal is the listener's: nothing in the
 * request can change it. Ids that a client sends are not taken over, so that they cannot be forged in the log.
 */
export function identifyRequest(
  portal: OrganizationKind,
  auth: Auth,
  trustedProxies: number,
): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const requestId = randomUUID();
    const cookie = c.req.header("cookie") ?? null;
    let reading: Promise<SessionFacts | null> | undefined;
    c.set("facts", {
      portal,
      requestId,
      ip: clientAddress(c, trustedProxies),
      userAgent: c.req.header("user-agent")?.slice(0, 400) ?? null,
      session: () => {
        reading ??= auth.readSession(portal, cookie);
        return reading;
      },
      countChange: auth.account.countChange,
    });
    await next();
    c.res.headers.set("x-request-id", requestId);
  };
}
