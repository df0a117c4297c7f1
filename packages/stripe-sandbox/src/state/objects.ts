import type Stripe from "stripe";
import type { Context } from "../context";
import type { Range } from "../http/params";
import { resourceMissing } from "../http/stripe-error";
import type { ObjectOf, ObjectTable, Owned, Tables } from "./tables";

const nouns: Record<ObjectTable, string> = {
  accounts: "account",
  bankAccounts: "external account",
  customers: "customer",
  paymentMethods: "PaymentMethod",
  mandates: "mandate",
  setupIntents: "setupintent",
  paymentIntents: "payment_intent",
  charges: "charge",
  refunds: "refund",
  disputes: "dispute",
  checkoutSessions: "checkout.session",
  transfers: "transfer",
  transferReversals: "transfer reversal",
  payouts: "payout",
  topups: "topup",
  balanceTransactions: "balance transaction",
  events: "event",
  webhookEndpoints: "webhook endpoint",
};

/** The object with this id, if the acting account owns it. */
export function findObject<T extends ObjectTable>(
  ctx: Context,
  table: T,
  id: string,
): ObjectOf<T> | undefined {
  const row: Owned<ObjectOf<T>> | undefined = ctx.store.get(table, id);
  return row?.account === ctx.account ? row.object : undefined;
}

/** The object named in the URL, or Stripe's 404. */
export function objectFromUrl<T extends ObjectTable>(
  ctx: Context,
  table: T,
  id: string,
  param = "id",
): ObjectOf<T> {
  const object = findObject(ctx, table, id);
  if (object === undefined) throw resourceMissing(nouns[table], id, param, true);
  return object;
}

/** The object named by a parameter, or Stripe's 400 that says which parameter. */
export function objectFromParam<T extends ObjectTable>(
  ctx: Context,
  table: T,
  id: string,
  param: string,
): ObjectOf<T> {
  const object = findObject(ctx, table, id);
  if (object === undefined) throw resourceMissing(nouns[table], id, param, false);
  return object;
}

/** Writes an object as the acting account's. */
export function saveObject<T extends ObjectTable>(ctx: Context, table: T, object: ObjectOf<T>): ObjectOf<T> {
  const row: Owned<ObjectOf<T>> = { account: ctx.account, object };
  ctx.store.put(table, object.id, row as Tables[T]);
  return object;
}

interface Cursor {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
}

/** One page of the acting account's objects, newest first, with Stripe's cursors. */
export function listObjects<T extends ObjectTable>(
  ctx: Context,
  table: T,
  url: string,
  cursor: Cursor,
  keep: (object: ObjectOf<T>) => boolean = () => true,
): Stripe.ApiList<ObjectOf<T>> {
  const own: ObjectOf<T>[] = [];
  const rows: IterableIterator<Owned<ObjectOf<T>>> = ctx.store.all(table);
  for (const row of rows) if (row.account === ctx.account && keep(row.object)) own.push(row.object);
  return pageOf(own.reverse(), url, cursor, nouns[table]);
}

/** One page out of objects that are already in order. */
export function pageOf<T extends { id: string }>(
  objects: T[],
  url: string,
  cursor: Cursor,
  noun: string,
): Stripe.ApiList<T> {
  const limit = cursor.limit ?? 10;
  if (cursor.ending_before !== undefined) {
    const end = positionOf(objects, cursor.ending_before, noun, "ending_before");
    const start = Math.max(0, end - limit);
    return { object: "list", data: objects.slice(start, end), has_more: start > 0, url };
  }
  const after = cursor.starting_after;
  const start = after === undefined ? 0 : positionOf(objects, after, noun, "starting_after") + 1;
  const data = objects.slice(start, start + limit);
  return { object: "list", data, has_more: start + limit < objects.length, url };
}

function positionOf<T extends { id: string }>(objects: T[], id: string, noun: string, param: string): number {
  const position = objects.findIndex((object) => object.id === id);
  if (position < 0) throw resourceMissing(noun, id, param, false);
  return position;
}

/** Whether an instant lies in the range of a `created` filter. */
export function inRange(at: number, range: Range | undefined): boolean {
  if (range === undefined) return true;
  const { gt, gte, lt, lte } = { gt: undefined, lt: undefined, ...range };
  return (
    (gt === undefined || at > gt) &&
    (gte === undefined || at >= gte) &&
    (lt === undefined || at < lt) &&
    (lte === undefined || at <= lte)
  );
}

/** The id of a field that may hold an id or an expanded object. */
export function idOf(value: string | { id: string } | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : value.id;
}
