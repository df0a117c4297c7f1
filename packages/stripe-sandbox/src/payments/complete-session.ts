import type Stripe from "stripe";
import { clearTimer } from "../clock/timers";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { idOf, objectFromUrl, saveObject } from "../state/objects";
import { createCustomer } from "./customers";

/** The payer is through: the session is complete, whether the money is there or will come by bank debit. */
export function completeSession(
  ctx: Context,
  sessionId: string,
  paymentStatus: "paid" | "unpaid" | "no_payment_required",
): Stripe.Checkout.Session {
  const session = objectFromUrl(ctx, "checkoutSessions", sessionId, "session");
  clearTimer(ctx, "session_expiry", sessionId);
  const completed = saveObject(ctx, "checkoutSessions", {
    ...session,
    customer: customerOf(ctx, session),
    payment_status: paymentStatus,
    status: "complete",
    url: null,
  });
  emit(ctx, "checkout.session.completed", completed);
  return completed;
}

function customerOf(ctx: Context, session: Stripe.Checkout.Session): string | null {
  const existing = idOf(session.customer);
  if (existing !== null || session.customer_creation !== "always") return existing;
  const { email, name } = session.customer_details ?? { email: null, name: null };
  return createCustomer(ctx, { email, name }).id;
}
