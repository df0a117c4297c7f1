import { Hono } from "hono";
import type { ApiContextOf, ApiEnv } from "../server/request-facts";
import { RestFailure } from "../server/rest-failure";
import type { Services } from "../services";

/**
 * Where the payment provider reports. An event is verified, stored by its id together with the job that will work on it,
 * and only then acknowledged; one that was delivered before is acknowledged and changes nothing.
 */
export function webhookRoutes({ deps }: Services): Hono<ApiEnv> {
  const receive = (endpoint: "platform" | "connect") => async (c: ApiContextOf) => {
    const body = await c.req.text();
    const signature = c.req.header("stripe-signature") ?? "";
    const event = await deps.payments.readWebhook(endpoint, body, signature, deps.clock.now());
    if (!event.ok) throw new RestFailure(event.failure);
    await deps.database.storeProviderEvent(event.value, deps.newId(), deps.clock.now());
    await deps.passFaultPoint("webhook_stored_not_processed");
    return c.json({ received: true });
  };
  return new Hono<ApiEnv>().post("/stripe", receive("platform")).post("/stripe-connect", receive("connect"));
}
