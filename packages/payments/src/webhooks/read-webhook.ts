import type { InvalidWebhook, ProviderEvent } from "@evenshare/application";
import { ok, type Result, refuse } from "@evenshare/domain";
import type Stripe from "stripe";
import { z } from "zod";

/** How old a delivery may be, in seconds: Stripe's own tolerance. */
const toleranceSeconds = 300;

const wireEvent = z.object({
  object: z.literal("event"),
  id: z.string().startsWith("evt_"),
  type: z.string().min(1),
  account: z.string().nullish(),
  created: z.int(),
  data: z.object({ object: z.object({ id: z.string().optional(), object: z.string() }) }),
});

export interface Delivery {
  readonly secret: string;
  readonly body: string;
  readonly signature: string;
  readonly now: Date;
}

/**
 * Verifies a delivery and takes the ids out of it; everything else in it is a picture of the past and not looked at.
 * The object id of an object without one (a balance) is the name of its kind.
 */
export function readWebhook(stripe: Stripe, delivery: Delivery): Result<ProviderEvent, InvalidWebhook> {
  if (!isSigned(stripe, delivery, toleranceSeconds)) {
    const stale = isSigned(stripe, delivery, ageDoesNotMatter);
    return refuse({ code: stale ? "webhook.stale" : "webhook.signature_invalid" });
  }
  const parsed = wireEvent.safeParse(parseJson(delivery.body));
  if (!parsed.success) return refuse({ code: "webhook.unreadable" });
  const { id, type, account, created, data } = parsed.data;
  return ok({
    eventId: id,
    type,
    accountId: account ?? null,
    objectId: data.object.id ?? data.object.object,
    createdAt: new Date(created * 1_000),
  });
}

/** The SDK skips the check of the age for a tolerance of 0. */
const ageDoesNotMatter = 0;

function isSigned(stripe: Stripe, { secret, body, signature, now }: Delivery, tolerance: number): boolean {
  try {
    const { signature: scheme } = stripe.webhooks;
    return scheme?.verifyHeader(body, signature, secret, tolerance, undefined, now.getTime()) === true;
  } catch {
    return false;
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
