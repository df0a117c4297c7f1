import type Stripe from "stripe";
import { noAddress } from "../payments/card-details";

/** What every account starts with; `assess` fills in requirements and capabilities. */
export function buildAccount(
  id: string,
  fields: {
    country: string;
    created: number;
    currency: string;
    email: string | null;
    businessType: Stripe.Account.BusinessType | null;
    metadata: Stripe.Metadata;
    controller: Stripe.Account.Controller;
    type: Stripe.Account.Type;
    schedule: Stripe.Account.Settings.Payouts.Schedule;
    name: string | null;
  },
): Stripe.Account {
  return {
    id,
    object: "account",
    business_profile: businessProfile(fields.name),
    business_type: fields.businessType,
    capabilities: {},
    charges_enabled: false,
    controller: fields.controller,
    country: fields.country,
    created: fields.created,
    default_currency: fields.currency,
    details_submitted: false,
    email: fields.email,
    external_accounts: {
      object: "list",
      data: [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: {
      alternatives: [],
      current_deadline: null,
      currently_due: [],
      disabled_reason: null,
      errors: [],
      eventually_due: [],
      past_due: [],
      pending_verification: [],
    },
    metadata: fields.metadata,
    payouts_enabled: false,
    requirements: {
      alternatives: [],
      current_deadline: null,
      currently_due: [],
      disabled_reason: null,
      errors: [],
      eventually_due: [],
      past_due: [],
      pending_verification: [],
    },
    settings: settings(fields.name, fields.schedule),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: fields.type,
  };
}

function businessProfile(name: string | null): Stripe.Account.BusinessProfile {
  return {
    annual_revenue: null,
    estimated_worker_count: null,
    mcc: null,
    minority_owned_business_designation: null,
    name,
    product_description: null,
    specified_commercial_transactions_act_url: null,
    support_address: noAddress,
    support_email: null,
    support_phone: null,
    support_url: null,
    url: null,
  };
}

function settings(
  name: string | null,
  schedule: Stripe.Account.Settings.Payouts.Schedule,
): Stripe.Account.Settings {
  return {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_issuing: { tos_acceptance: { date: null, ip: null } },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: name, timezone: "Etc/UTC" },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: "offer" },
    payments: {
      statement_descriptor: null,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: { debit_negative_balances: true, schedule, statement_descriptor: null },
    sepa_debit_payments: {},
  };
}
