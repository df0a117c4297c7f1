import { z } from "zod";
import { amount, currency, flag, integer, metadata, params, text, timestamp } from "../http/params";
import { methodOptions, methodType } from "./method-types";

const lineItem = z.strictObject({
  price_data: z.strictObject({
    currency: currency(),
    product_data: z.strictObject({
      name: text(),
      description: text().optional(),
      metadata: metadata().optional(),
    }),
    unit_amount: amount(),
  }),
  quantity: integer(1, 999_999).optional(),
});

/** Parameters of a new Checkout Session, as far as the sandbox offers them. */
export const sessionParams = params({
  adaptive_pricing: z.strictObject({ enabled: flag() }).optional(),
  allowed_payment_method_types: z.array(methodType).min(1).optional(),
  cancel_url: text().optional(),
  client_reference_id: text().optional(),
  currency: currency().optional(),
  customer: text().optional(),
  customer_creation: z.enum(["always", "if_required"]).optional(),
  customer_email: text().optional(),
  expires_at: timestamp().optional(),
  line_items: z.array(lineItem).min(1).max(100).optional(),
  locale: text().optional(),
  metadata: metadata().optional(),
  mode: z.enum(["payment", "setup"]),
  payment_intent_data: z
    .strictObject({
      capture_method: z.enum(["automatic", "automatic_async", "manual"]).optional(),
      description: text().optional(),
      metadata: metadata().optional(),
      receipt_email: text().optional(),
      setup_future_usage: z.enum(["off_session", "on_session"]).optional(),
      statement_descriptor: text().optional(),
      statement_descriptor_suffix: text().optional(),
      transfer_group: text().optional(),
    })
    .optional(),
  // The name of `allowed_payment_method_types` in older versions of the API.
  payment_method_types: z.array(methodType).min(1).optional(),
  payment_method_options: methodOptions.optional(),
  setup_intent_data: z
    .strictObject({ description: text().optional(), metadata: metadata().optional() })
    .optional(),
  submit_type: z.enum(["auto", "book", "donate", "pay"]).optional(),
  success_url: text(),
  ui_mode: z.enum(["hosted", "hosted_page"]).optional(),
  billing_address_collection: z.enum(["auto"]).optional(),
  allow_promotion_codes: flag().optional(),
});
export type SessionInput = z.output<typeof sessionParams>;
export type LineItemInput = z.output<typeof lineItem>;
