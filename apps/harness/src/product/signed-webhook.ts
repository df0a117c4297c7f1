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
  return postWebhook(`${stack.urls.brandApi}/webhooks/stripe`, {
    body,
    secret: wish.secret ?? stack.variables.STRIPE_WEBHOOK_SECRET ?? "",
    signedAt: at,
  });
}

export interface SignedWebhook {
  readonly body: string;
  readonly secret: string;
  /** Seconds since 1970, of the product's clock. */
  readonly signedAt: number;
  /** What was signed, where that is not what is sent. */
  readonly signedBody?: string;
}

/** Posts a body as the provider signs it; answers the HTTP status. */
export async function postWebhook(url: string, webhook: SignedWebhook): Promise<number> {
  const { body, secret, signedAt, signedBody = body } = webhook;
  const signature = createHmac("sha256", secret).update(`${signedAt}.${signedBody}`).digest("hex");
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": `t=${signedAt},v1=${signature}` },
    body,
  });
  await answer.text();
  return answer.status;
}
