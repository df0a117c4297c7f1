import { createHmac, randomUUID } from "node:crypto";
import { DevClock } from "@evenshare/dev-clock";
import type { Product } from "./open-product";

/** An event as the payment provider would send it. */
export interface WebhookWish {
  readonly type: string;
  readonly object: { readonly id: string; readonly object: string };
  /** The real secret of the platform's endpoint unless another one is given. */
  readonly secret?: string;
  /** How long before now it claims to be signed. */
  readonly ageSeconds?: number;
}

/** Delivers an event of one's own making to the API; answers the HTTP status. */
export async function deliverWebhook({ stack }: Product, wish: WebhookWish): Promise<number> {
  const at = Math.floor(new DevClock(stack.clockFile).now().getTime() / 1_000) - (wish.ageSeconds ?? 0);
  const id = `evt_${randomUUID().replaceAll("-", "")}`;
  const body = JSON.stringify({
    id,
    object: "event",
    type: wish.type,
    created: at,
    data: { object: wish.object },
  });
  const secret = wish.secret ?? stack.variables.STRIPE_WEBHOOK_SECRET ?? "";
  const signature = createHmac("sha256", secret).update(`${at}.${body}`).digest("hex");
  const answer = await fetch(`${stack.urls.brandApi}/webhooks/stripe`, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": `t=${at},v1=${signature}` },
    body,
  });
  await answer.text();
  return answer.status;
}
