import type Stripe from "stripe";
import { z } from "zod";
import { type Context, newId } from "../context";
import { emit } from "../events/emit";
import { defined } from "../http/defined";
import {
  address,
  listParams,
  mergeMetadata,
  metadata,
  params,
  range,
  text,
  unsettable,
} from "../http/params";
import { route } from "../http/route";
import { inRange, listObjects, objectFromUrl, saveObject } from "../state/objects";
import { noAddress } from "./card-details";
import { attachMethod, resolveMethod } from "./payment-methods";

const fields = {
  address: z.union([z.literal("").transform(() => null), address()]).optional(),
  description: unsettable().optional(),
  email: unsettable().optional(),
  metadata: metadata().optional(),
  name: unsettable().optional(),
  phone: unsettable().optional(),
  preferred_locales: z.array(text()).optional(),
  invoice_settings: z.strictObject({ default_payment_method: unsettable().optional() }).optional(),
};

const createParams = params({ ...fields, payment_method: text().optional() });
const updateParams = params(fields);

/** Makes a customer from the fields of a hosted page or of the API. */
export function createCustomer(ctx: Context, input: z.output<typeof createParams>): Stripe.Customer {
  const id = newId(ctx, "cus");
  const customer = saveObject(ctx, "customers", { ...blankCustomer(id, ctx.now), ...changes(input, null) });
  emit(ctx, "customer.created", customer);
  if (input.payment_method !== undefined) attachMethod(ctx, resolveMethod(ctx, input.payment_method), id);
  return customer;
}

function blankCustomer(id: string, now: number): Stripe.Customer {
  return {
    id,
    object: "customer",
    address: null,
    balance: 0,
    created: now,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  };
}

function changes(
  input: z.output<typeof updateParams>,
  before: Stripe.Customer | null,
): Partial<Stripe.Customer> {
  const { address: place, email, name, phone, description, preferred_locales: locales } = input;
  const changed: Partial<Stripe.Customer> = {
    metadata: mergeMetadata(before?.metadata ?? {}, input.metadata),
  };
  if (place !== undefined)
    changed.address = place === null ? null : { ...noAddress, ...before?.address, ...defined(place) };
  if (email !== undefined) changed.email = email;
  if (name !== undefined) changed.name = name;
  if (phone !== undefined) changed.phone = phone;
  if (description !== undefined) changed.description = description;
  if (locales !== undefined) changed.preferred_locales = locales;
  const method = input.invoice_settings?.default_payment_method;
  if (method !== undefined && before !== null) {
    changed.invoice_settings = { ...before.invoice_settings, default_payment_method: method };
  }
  return changed;
}

export const customerRoutes = [
  route("POST", "/v1/customers", createParams, createCustomer),
  route(
    "GET",
    "/v1/customers",
    listParams({ email: text().optional(), created: range().optional() }),
    (ctx, input) =>
      listObjects(
        ctx,
        "customers",
        "/v1/customers",
        input,
        (customer) =>
          inRange(customer.created, input.created) &&
          (input.email === undefined || customer.email === input.email),
      ),
  ),
  route("GET", "/v1/customers/:id", params({}), (ctx, _input, path) =>
    objectFromUrl(ctx, "customers", path("id")),
  ),
  route("POST", "/v1/customers/:id", updateParams, (ctx, input, path) => {
    const before = objectFromUrl(ctx, "customers", path("id"));
    const customer = saveObject(ctx, "customers", { ...before, ...changes(input, before) });
    emit(ctx, "customer.updated", customer, before);
    return customer;
  }),
  route("DELETE", "/v1/customers/:id", params({}), (ctx, _input, path) => {
    const customer = objectFromUrl(ctx, "customers", path("id"));
    ctx.store.delete("customers", customer.id);
    emit(ctx, "customer.deleted", customer);
    return { id: customer.id, object: "customer", deleted: true } satisfies Stripe.DeletedCustomer;
  }),
];
