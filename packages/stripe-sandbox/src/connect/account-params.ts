import { z } from "zod";
import {
  address,
  currency,
  flag,
  integer,
  metadata,
  params,
  text,
  timestamp,
  unsettable,
} from "../http/params";
import { bankAccountInput } from "./bank-accounts";

const capability = z.strictObject({ requested: flag() });
const name = () => text().optional();

const profileFields = {
  business_profile: z
    .strictObject({
      mcc: unsettable().optional(),
      name: unsettable().optional(),
      product_description: unsettable().optional(),
      support_email: unsettable().optional(),
      support_phone: unsettable().optional(),
      support_url: unsettable().optional(),
      url: unsettable().optional(),
    })
    .optional(),
  business_type: z.enum(["company", "government_entity", "individual", "non_profit"]).optional(),
  capabilities: z.record(z.enum(["transfers", "card_payments"]), capability.optional()).optional(),
  company: z.strictObject({ address: address().optional(), name: name(), phone: name() }).optional(),
  email: text().optional(),
  external_account: bankAccountInput.optional(),
  individual: z
    .strictObject({
      address: address().optional(),
      dob: z
        .strictObject({ day: integer(1, 31), month: integer(1, 12), year: integer(1900, 2100) })
        .optional(),
      email: name(),
      first_name: name(),
      last_name: name(),
      phone: name(),
    })
    .optional(),
  metadata: metadata().optional(),
  settings: z
    .strictObject({
      payouts: z
        .strictObject({
          debit_negative_balances: flag().optional(),
          schedule: z
            .strictObject({
              delay_days: z.union([z.literal("minimum"), integer(0, 31)]).optional(),
              interval: z.enum(["daily", "manual"]).optional(),
            })
            .optional(),
          statement_descriptor: unsettable().optional(),
        })
        .optional(),
      payments: z.strictObject({ statement_descriptor: unsettable().optional() }).optional(),
    })
    .optional(),
  tos_acceptance: z
    .strictObject({
      date: timestamp().optional(),
      ip: text().optional(),
      service_agreement: z.enum(["full", "recipient"]).optional(),
      user_agent: text().optional(),
    })
    .optional(),
};

/** Parameters of a new account, as far as the sandbox offers them. */
export const accountCreated = params({
  ...profileFields,
  controller: z
    .strictObject({
      fees: z.strictObject({ payer: z.enum(["account", "application"]) }).optional(),
      losses: z.strictObject({ payments: z.enum(["application", "stripe"]) }).optional(),
      requirement_collection: z.enum(["application", "stripe"]).optional(),
      stripe_dashboard: z.strictObject({ type: z.enum(["express", "full", "none"]) }).optional(),
    })
    .optional(),
  country: text().optional(),
  default_currency: currency().optional(),
  type: z.enum(["custom", "express", "standard"]).optional(),
});
export const accountUpdated = params(profileFields);
export type Profile = z.output<typeof accountUpdated>;
export type AccountInput = z.output<typeof accountCreated>;
