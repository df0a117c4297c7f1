import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectTo, startWorld, type World } from "./support/world";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const fault = (kind: string, more: object = {}) =>
  world.control("POST", "faults", { kind, method: "POST", path: "/v1/customers", ...more });
const count = async () => (await world.stripe.customers.list({ limit: 100 })).data.length;
const create = (key?: string) =>
  world.stripe.customers.create({ name: "x" }, key === undefined ? {} : { idempotencyKey: key });

describe("faults of requests", () => {
  it.each([
    ["429", { statusCode: 429, code: "rate_limit" }],
    ["409", { statusCode: 409, code: "lock_timeout" }],
    ["502", { statusCode: 502 }],
    ["503", { statusCode: 503 }],
  ])("%s: nothing is done, and the same key works afterwards", async (kind, shape) => {
    await fault(kind);
    await expect(create("same")).rejects.toMatchObject(shape);
    expect(await count()).toBe(0);
    expect((await create("same")).name).toBe("x");
  });

  it("500: nothing is done, and the key keeps answering 500", async () => {
    await fault("500");
    await expect(create("stuck")).rejects.toMatchObject({ statusCode: 500, type: "StripeAPIError" });
    await expect(create("stuck")).rejects.toMatchObject({ statusCode: 500 });
    expect(await count()).toBe(0);
    await create("fresh");
    expect(await count()).toBe(1);
  });

  it("executed_then_500: it is done, and the key keeps answering 500", async () => {
    await fault("executed_then_500");
    await expect(create("done")).rejects.toMatchObject({ statusCode: 500 });
    await expect(create("done")).rejects.toMatchObject({ statusCode: 500 });
    expect(await count()).toBe(1);
  });

  it.each(["executed_then_drop", "truncated"])(
    "%s: it is done once, and the key replays the answer",
    async (kind) => {
      await fault(kind);
      await expect(create("lost")).rejects.toMatchObject({ type: "StripeConnectionError" });
      expect((await create("lost")).name).toBe("x");
      expect(world.last()?.replayed).toBe(true);
      expect(await count()).toBe(1);
    },
  );

  it("nonsense: a 200 that is no customer", async () => {
    await fault("nonsense");
    const answer = await create("odd");
    expect(answer.object).toBeUndefined();
    expect((await create("odd")).object).toBe("customer");
    expect(await count()).toBe(1);
  });

  it("stall: a client that gives up early finds its request done", async () => {
    const replayed: boolean[] = [];
    const look = (exchange: { replayed: boolean }) => replayed.push(exchange.replayed);
    const hasty = connectTo(world.sandbox, "sk_test_hasty", look, { timeout: 50 });
    await fetch(`${world.sandbox.url}/_sandbox/faults`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_hasty" },
      body: JSON.stringify({ kind: "stall", path: "/v1/customers", ms: 150 }),
    });
    await expect(hasty.customers.create({ name: "x" }, { idempotencyKey: "s" })).rejects.toThrow(
      /timed out|aborted/,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    await hasty.customers.create({ name: "x" }, { idempotencyKey: "s" });
    expect(replayed.at(-1)).toBe(true);
  });

  it("strikes the nth matching request and as many times as told", async () => {
    await fault("503", { nth: 2, times: 2 });
    const outcomes: string[] = [];
    for (let n = 0; n < 5; n += 1)
      outcomes.push(
        await create().then(
          () => "ok",
          () => "503",
        ),
      );
    expect(outcomes).toEqual(["ok", "503", "503", "ok", "ok"]);
    expect(await world.control("GET", "faults")).toMatchObject([{ seen: 5, fired: 2 }]);
    expect(await world.control("DELETE", "faults")).toEqual({ deleted: 1 });
  });

  it("matches by method and by a path with stars", async () => {
    await world.control("POST", "faults", { kind: "503", method: "GET", path: "/v1/cust*", times: 9 });
    await create();
    await expect(count()).rejects.toMatchObject({ statusCode: 503 });
    await world.stripe.balance.retrieve();
  });

  it("is healed by the SDK's own retries where Stripe's would be", async () => {
    const patient = connectTo(world.sandbox, "sk_test_patient", undefined, { maxNetworkRetries: 2 });
    const rule = { kind: "executed_then_drop", path: "/v1/customers" };
    await fetch(`${world.sandbox.url}/_sandbox/faults`, {
      method: "POST",
      headers: { authorization: "Bearer sk_test_patient" },
      body: JSON.stringify(rule),
    });
    await patient.customers.create({ name: "once" });
    expect((await patient.customers.list()).data).toHaveLength(1);
  });
});
