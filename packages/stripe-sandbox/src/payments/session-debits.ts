import type Stripe from "stripe";
import type { Context } from "../context";
import { emit } from "../events/emit";
import { saveObject } from "../state/objects";

/** Tells the end of a bank debit to the Checkout Session that started it, if one did. */
export function announceDebitOfSession(ctx: Context, intent: Stripe.PaymentIntent): void {
  const row = [...ctx.store.all("checkoutSessions")].find(
    ({ account, object }) => account === ctx.account && object.payment_intent === intent.id,
  );
  if (row === undefined || row.object.status !== "complete") return;
  if (intent.status !== "succeeded") {
    emit(ctx, "checkout.session.async_payment_failed", row.object);
    return;
  }
  const paid = saveObject(ctx, "checkoutSessions", { ...row.object, payment_status: "paid" });
  emit(ctx, "checkout.session.async_payment_succeeded", paid);
}
