import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payByCard } from "./support/steps";
import { connectTo, dayMs, startWorld, type World } from "./support/world";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  expect(world.deviations).toEqual([]);
  await world.close();
});

/** A raw request, for what the SDK would not send. */
async function raw(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; headers: Headers; json: unknown }> {
  const headers = { authorization: "Bearer sk_test_raw", ...init.headers };
  const answer = await fetch(`${world.sandbox.url}${path}`, { ...init, headers });
  return { status: answer.status, headers: answer.headers, json: await answer.json() };
}

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  raw(path, {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });

const paying =
  "amount=1000&currency=gbp&confirm=true&payment_method=pm_card_visa&return_url=http://localhost:9";

describe("keys and headers", () => {
  it("asks for a secret test key, as Bearer or Basic", async () => {
    const without = await raw("/v1/balance", { headers: { authorization: "" } });
    expect(without).toMatchObject({ status: 401, json: { error: { type: "invalid_request_error" } } });
    expect(
      (await raw("/v1/balance", { headers: { authorization: "Bearer sk_live_1234567890abcdef" } })).json,
    ).toEqual({
      error: { type: "invalid_request_error", message: "Invalid API Key provided: sk_live_****cdef" },
    });
    const basic = `Basic ${Buffer.from("sk_test_basic:").toString("base64")}`;
    expect((await raw("/v1/balance", { headers: { authorization: basic } })).status).toBe(200);
  });

  it("answers with Request-Id, and echoes the version, the account and the idempotency key", async () => {
    const { headers } = await post("/v1/customers", "", {
      "stripe-version": "2024-04-10",
      "idempotency-key": "echo",
    });
    expect(headers.get("request-id")).toMatch(/^req_/);
    expect(headers.get("stripe-version")).toBe("2024-04-10");
    expect(headers.get("idempotency-key")).toBe("echo");
  });

  it("keeps platforms apart, also from each other's accounts", async () => {
    const other = connectTo(world.sandbox, "sk_test_other");
    const account = await world.stripe.accounts.create({ country: "FR" });
    const customer = await world.stripe.customers.create({});
    await expect(other.customers.retrieve(customer.id)).rejects.toMatchObject({ statusCode: 404 });
    await expect(other.balance.retrieve({}, { stripeAccount: account.id })).rejects.toMatchObject({
      statusCode: 403,
      code: "account_invalid",
    });
    await expect(other.accounts.retrieve(account.id)).rejects.toMatchObject({ statusCode: 403 });
    await expect(
      world.stripe.customers.retrieve(customer.id, {}, { stripeAccount: account.id }),
    ).rejects.toMatchObject({ code: "resource_missing" });
  });
});

describe("errors", () => {
  it("knows no other URLs, methods or parameters than its own", async () => {
    expect(await raw("/v1/invoices")).toMatchObject({
      status: 404,
      json: { error: { message: expect.stringContaining("Unrecognized request URL (GET: /v1/invoices)") } },
    });
    expect((await raw("/v2/core/accounts")).status).toBe(404);
    expect(await post("/v1/customers", "nickname=Bob&name=Bob")).toMatchObject({
      status: 400,
      json: { error: { code: "parameter_unknown", param: "nickname" } },
    });
    expect((await post("/v1/transfers", "currency=gbp&destination=acct_1&metadata[a][b]=1")).status).toBe(
      400,
    );
    const nested = "mode=payment&success_url=http://a&line_items[0][price_data][colour]=red";
    expect((await post("/v1/checkout/sessions", nested)).json).toMatchObject({
      error: { param: "line_items[0][price_data][currency]", code: "parameter_missing" },
    });
    expect((await post("/v1/customers", "__proto__[polluted]=1")).json).toMatchObject({
      error: { code: "parameter_unknown", param: "__proto__" },
    });
  });

  it.each([
    ["amount=abc&currency=gbp", "parameter_invalid_integer", "amount"],
    ["amount=1.5&currency=gbp", "parameter_invalid_integer", "amount"],
    ["amount=0&currency=gbp", "parameter_invalid_integer", "amount"],
    ["amount=-5&currency=gbp", "parameter_invalid_integer", "amount"],
    ["amount=100000000&currency=gbp", "amount_too_large", "amount"],
    ["amount=29&currency=gbp", "amount_too_small", "amount"],
    ["currency=gbp", "parameter_missing", "amount"],
    ["amount=100&currency=", "parameter_invalid_empty", "currency"],
    ["amount=100&currency=xyz", undefined, "currency"],
    ["amount=100&currency=gbp&confirm=yes", "parameter_invalid_enum", "confirm"],
    ["amount=100&currency=gbp&capture_method=later", "parameter_invalid_enum", "capture_method"],
    ["amount=100&currency=gbp&customer=cus_nobody", "resource_missing", "customer"],
    ["amount=100&currency=gbp&payment_method=pm_nobody", "resource_missing", "payment_method"],
  ])("refuses %s with %s", async (body, code, param) => {
    const { status, json } = await post("/v1/payment_intents", body);
    expect(status).toBe(400);
    expect(json).toMatchObject({
      error: { type: "invalid_request_error", param, ...(code ? { code } : {}) },
    });
  });

  it("refuses bodies it cannot read", async () => {
    expect((await post("/v1/customers", "{}", { "content-type": "application/json" })).status).toBe(400);
    expect((await post("/v1/customers", "name[=x")).status).toBe(400);
    const large = await fetch(`${world.sandbox.url}/v1/customers`, {
      method: "POST",
      body: "x".repeat(1_100_000),
    });
    expect(large.status).toBe(413);
  });
});

describe("idempotency", () => {
  it("replays the first answer, and refuses the key for anything else", async () => {
    const headers = { "idempotency-key": "k-replay" };
    const first = await post("/v1/payment_intents", paying, headers);
    const second = await post("/v1/payment_intents", paying, headers);
    expect(second.json).toEqual(first.json);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(second.headers.get("original-request")).toBe(first.headers.get("request-id"));
    expect(await post("/v1/payment_intents", paying.replace("1000", "1001"), headers)).toMatchObject({
      status: 400,
      json: { error: { type: "idempotency_error" } },
    });
    expect((await post("/v1/customers", "", headers)).json).toMatchObject({
      error: { type: "idempotency_error" },
    });
  });

  it("does not mind the order of parameters", async () => {
    const headers = { "idempotency-key": "k-order" };
    const first = await post("/v1/customers", "name=a&metadata[x]=1&metadata[y]=2", headers);
    const second = await post("/v1/customers", "metadata[y]=2&metadata[x]=1&name=a", headers);
    expect(second.json).toEqual(first.json);
  });

  it("replays a decline and makes no second charge", async () => {
    const headers = { "idempotency-key": "k-decline" };
    const body = paying.replace("pm_card_visa", "pm_card_chargeDeclined");
    const count = async () => (await raw("/v1/charges?limit=100")).json;
    const first = await post("/v1/payment_intents", body, headers);
    const charges = await count();
    const second = await post("/v1/payment_intents", body, headers);
    expect([first.status, second.status]).toEqual([402, 402]);
    expect(second.json).toEqual(first.json);
    expect(await count()).toEqual(charges);
  });

  it("keeps no answer of a request whose parameters were wrong, so that it can be corrected", async () => {
    const headers = { "idempotency-key": "k-corrected" };
    expect((await post("/v1/customers", "nme=x", headers)).status).toBe(400);
    expect((await post("/v1/customers", "name=x", headers)).status).toBe(200);
  });

  it("keeps a failure of the endpoint itself", async () => {
    const headers = { "idempotency-key": "k-insufficient" };
    const body = "amount=100&currency=gbp";
    const first = await post("/v1/payouts", body, headers);
    expect(first.json).toMatchObject({ error: { code: "balance_insufficient" } });
    await post("/v1/payment_intents", paying.replace("pm_card_visa", "pm_card_bypassPending"));
    expect((await post("/v1/payouts", body, headers)).json).toEqual(first.json);
    expect((await post("/v1/payouts", body)).status).toBe(200);
  });

  it("has one effect for fifty parallel requests", async () => {
    const headers = { "idempotency-key": "k-parallel" };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post("/v1/customers", "name=parallel", headers)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.json))).size).toBe(1);
  });

  it("answers 409 while the first request is running", async () => {
    await world.control("POST", "faults", { kind: "stall", path: "/v1/customers", method: "POST", ms: 200 });
    const options = { idempotencyKey: "k-running" };
    const slow = world.stripe.customers.create({ name: "slow" }, options);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(world.stripe.customers.create({ name: "slow" }, options)).rejects.toMatchObject({
      statusCode: 409,
      code: "idempotency_key_in_use",
    });
    expect(await world.stripe.customers.create({ name: "slow" }, options).catch(() => slow)).toEqual(
      await slow,
    );
    await world.control("DELETE", "faults");
  });

  it("forgets keys after 24 hours of the clock", async () => {
    const options = { idempotencyKey: "k-day" };
    const first = await world.stripe.customers.create({ name: "day" }, options);
    await world.advance(dayMs - 1000);
    expect((await world.stripe.customers.create({ name: "day" }, options)).id).toBe(first.id);
    await world.advance(1000);
    expect((await world.stripe.customers.create({ name: "other" }, options)).id).not.toBe(first.id);
  });
});

describe("expand", () => {
  it("goes four levels deep, into lists too", async () => {
    const charge = await payByCard(world, 2000);
    const { stripe } = world;
    const deep = await stripe.paymentIntents.retrieve(String(charge.payment_intent), {
      expand: ["latest_charge.balance_transaction.source.payment_intent"],
    });
    expect(deep).toMatchObject({
      latest_charge: { balance_transaction: { source: { payment_intent: { id: deep.id } } } },
    });
    const list = await stripe.charges.list({
      limit: 1,
      expand: ["data.balance_transaction", "data.refunds"],
    });
    expect(list.data[0]).toMatchObject({ balance_transaction: { net: 1950 }, refunds: { data: [] } });
  });

  it.each([
    "latest_charge.balance_transaction.source.payment_intent.latest_charge",
    "amount",
    "nothing",
    "id",
  ])("refuses %s", async (path) => {
    const charge = await payByCard(world, 2000);
    await expect(
      world.stripe.paymentIntents.retrieve(String(charge.payment_intent), { expand: [path] }),
    ).rejects.toMatchObject({ statusCode: 400, param: "expand" });
  });
});

describe("lists", () => {
  it("pages by cursor in both directions, newest first", async () => {
    const stripe = connectTo(world.sandbox, "sk_test_lists");
    const ids: string[] = [];
    for (let n = 0; n < 25; n += 1) ids.unshift((await stripe.customers.create({ name: String(n) })).id);
    const seen = await stripe.customers.list({ limit: 7 }).autoPagingToArray({ limit: 100 });
    expect(seen.map((customer) => customer.id)).toEqual(ids);
    const back = await stripe.customers.list({ limit: 5, ending_before: ids[10] ?? "" });
    expect(back.data.map((customer) => customer.id)).toEqual(ids.slice(5, 10));
    expect(back.has_more).toBe(true);
    expect((await stripe.customers.list()).data).toHaveLength(10);
    await expect(stripe.customers.list({ limit: 101 })).rejects.toMatchObject({ param: "limit" });
    await expect(stripe.customers.list({ starting_after: "cus_x" })).rejects.toMatchObject({
      code: "resource_missing",
    });
  });

  it("filters by the time of making", async () => {
    const stripe = connectTo(world.sandbox, "sk_test_created");
    const early = await stripe.customers.create({});
    await world.advance(60_000);
    const late = await stripe.customers.create({});
    const ids = async (created: Stripe.RangeQueryParam | number) =>
      (await stripe.customers.list({ created })).data.map((customer) => customer.id);
    expect(await ids({ gt: early.created })).toEqual([late.id]);
    expect(await ids({ lte: early.created })).toEqual([early.id]);
    expect(await ids(late.created)).toEqual([late.id]);
  });
});

describe("ids", () => {
  it("follow from the seed and the order of requests", async () => {
    const run = async (seed: string) => {
      const other = await startWorld({ seed });
      const stripe = connectTo(other.sandbox, "sk_test_seeded");
      const ids = [
        (await stripe.customers.create({})).id,
        (await stripe.accounts.create({ country: "GB" })).id,
      ];
      await other.close();
      return ids;
    };
    expect(await run("one")).toEqual(await run("one"));
    expect(await run("one")).not.toEqual(await run("two"));
  });
});
