import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { connectSecret, openGateway, platformSecret } from "./support/gateway";

const now = new Date("2026-11-22T12:00:00.000Z");
const gateway = openGateway({ apiBase: "http://127.0.0.1:1" });

const event = {
  object: "event",
  id: "evt_1",
  type: "payment_intent.succeeded",
  created: 1_795_348_000,
  data: { object: { object: "payment_intent", id: "pi_1", amount: 999_999_999 } },
};

function sign(body: string, secret = platformSecret, at = now): string {
  return Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: at.getTime() / 1_000 });
}

function secondsFromNow(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}

describe("webhook deliveries", () => {
  it("give the ids and nothing of the object's picture", async () => {
    const body = JSON.stringify(event);
    expect(await gateway.readWebhook("platform", body, sign(body), now)).toEqual({
      ok: true,
      value: {
        eventId: "evt_1",
        type: "payment_intent.succeeded",
        accountId: null,
        objectId: "pi_1",
        createdAt: new Date(1_795_348_000_000),
      },
    });
  });

  it("name the connected account they are about", async () => {
    const body = JSON.stringify({ ...event, account: "acct_1", type: "payout.paid" });
    const read = await gateway.readWebhook("connect", body, sign(body, connectSecret), now);
    expect(read).toMatchObject({ ok: true, value: { accountId: "acct_1" } });
  });

  it("of an object without an id name its kind", async () => {
    const body = JSON.stringify({
      ...event,
      type: "balance.available",
      data: { object: { object: "balance" } },
    });
    const read = await gateway.readWebhook("platform", body, sign(body), now);
    expect(read).toMatchObject({ ok: true, value: { objectId: "balance" } });
  });

  it("are refused when forged", async () => {
    const body = JSON.stringify(event);
    const forgeries: [string, string][] = [
      [body, sign(body, "whsec_other")],
      [body, sign(body, connectSecret)],
      [body.replace("pi_1", "pi_2"), sign(body)],
      [body, sign(body).replace(/t=\d+/, `t=${now.getTime() / 1_000 - 1}`)],
      [body, ""],
      [body, "nonsense"],
      [body, `t=${now.getTime() / 1_000}`],
      [body, sign(body).replace("v1=", "v0=")],
      ["", sign("")],
    ];
    for (const [forged, signature] of forgeries) {
      expect(await gateway.readWebhook("platform", forged, signature, now)).toEqual({
        ok: false,
        failure: { code: "webhook.signature_invalid" },
      });
    }
  });

  it("are stale from the 301st second, by the clock that was handed in", async () => {
    const body = JSON.stringify(event);
    const accepted = await gateway.readWebhook("platform", body, sign(body), secondsFromNow(300));
    const stale = await gateway.readWebhook("platform", body, sign(body), secondsFromNow(301));
    expect(accepted.ok).toBe(true);
    expect(stale).toEqual({ ok: false, failure: { code: "webhook.stale" } });
  });

  it("that are old and forged are forged", async () => {
    const body = JSON.stringify(event);
    const read = await gateway.readWebhook("platform", body, sign(body, "whsec_other"), secondsFromNow(900));
    expect(read).toEqual({ ok: false, failure: { code: "webhook.signature_invalid" } });
  });

  it.each([
    "not json",
    "null",
    "[]",
    "{}",
    JSON.stringify({ ...event, object: "v2.core.event" }),
    JSON.stringify({ ...event, id: "" }),
    JSON.stringify({ ...event, data: {} }),
  ])("are unreadable although signed: %s", async (body) => {
    expect(await gateway.readWebhook("platform", body, sign(body), now)).toEqual({
      ok: false,
      failure: { code: "webhook.unreadable" },
    });
  });

  it("cannot be verified with an empty secret, so the gateway does not start with one", () => {
    expect(() => openGateway({ platformWebhookSecret: " " })).toThrow(/platform webhook secret is empty/);
    expect(() => openGateway({ connectWebhookSecret: "" })).toThrow(/connect webhook secret is empty/);
  });
});
