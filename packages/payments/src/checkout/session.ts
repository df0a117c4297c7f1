import type { CheckoutSession } from "@evenshare/application";
import { z } from "zod";

export const wireSession = z.object({
  object: z.literal("checkout.session"),
  id: z.string().startsWith("cs_"),
  mode: z.literal("payment"),
  status: z.enum(["open", "complete", "expired"]),
  url: z.url().nullish(),
  client_reference_id: z.string().nullish(),
  payment_intent: z.string().nullish(),
});

/** @throws Error when an open session has no page to send anyone to. */
export function readSession(session: z.infer<typeof wireSession>): CheckoutSession {
  if (session.status === "open" && !session.url) throw new Error("an open checkout session without a page");
  return {
    sessionId: session.id,
    url: session.url ?? "",
    status: session.status,
    paymentIntentId: session.payment_intent ?? null,
    fundingId: session.client_reference_id ?? null,
  };
}
