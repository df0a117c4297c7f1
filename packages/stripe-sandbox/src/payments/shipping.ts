import type Stripe from "stripe";
import { z } from "zod";
import { defined } from "../http/defined";
import { address, text } from "../http/params";
import { noAddress } from "./card-details";

/** The `shipping` parameter of a payment; the sandbox keeps it and does nothing with it. */
export const shipping = () =>
  z.strictObject({
    address: address(),
    carrier: text().optional(),
    name: text(),
    phone: text().optional(),
    tracking_number: text().optional(),
  });

export function shippingObject(input: z.output<ReturnType<typeof shipping>>): Stripe.PaymentIntent.Shipping {
  return {
    address: { ...noAddress, ...defined(input.address) },
    carrier: input.carrier ?? null,
    name: input.name,
    phone: input.phone ?? null,
    tracking_number: input.tracking_number ?? null,
  };
}
