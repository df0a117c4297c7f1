import { createHmac } from "node:crypto";
import { withAdmin } from "@evenshare/database/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi, webhookSecrets } from "./api";

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const now = () => Math.floor(Date.now() / 1000);
const event = (id: string) =>
  JSON.stringify({
    id,
    object: "event",
    type: "charge.refunded",
    created: now(),
    data: { object: { id: "ch_1", object: "charge" } },
  });

function sign(body: string, secret: string, at = now()): string {
  return `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`;
}

function deliver(path: string, body: string, signature?: string): Promise<Response> {
  const headers = new Headers(signature === undefined ? [] : [["stripe-signature", signature]]);
  return fetch(`${api.urlOf("brand")}${path}`, { method: "POST", headers, body });
}

function stored(id: string): Promise<{ deliveries: number; operations: number }[]> {
  return withAdmin(api.database.url, async (client) => {
    const { rows } = await client.query<{ deliveries: number; operations: number }>(
      `select deliveries, (select count(*)::int from operation where subject_id = event_id) as operations
      from provider_event where event_id = $1`,
      [id],
    );
    return rows;
  });
}

describe("webhooks", () => {
  it("R6: are stored once with one job, however often they are delivered", async () => {
    const body = event("evt_once");
    const deliveries = Array.from({ length: 5 }, () =>
      deliver("/webhooks/stripe", body, sign(body, webhookSecrets.platform)),
    );
    expect((await Promise.all(deliveries)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await stored("evt_once")).toEqual([{ deliveries: 5, operations: 1 }]);
  });

  it("R6: that were worked on stay so when they are delivered again", async () => {
    const body = event("evt_again");
    const send = () => deliver("/webhooks/stripe", body, sign(body, webhookSecrets.platform));
    await send();
    const operation = "select status from operation where subject_id = 'evt_again'";
    await withAdmin(api.database.url, async (client) => {
      await client.query("update operation set status = 'done' where subject_id = 'evt_again'");
      expect((await send()).status).toBe(200);
      expect((await client.query(operation)).rows).toEqual([{ status: "done" }]);
    });
  });

  it("are verified with the secret of their endpoint", async () => {
    const body = event("evt_connect");
    expect(
      (await deliver("/webhooks/stripe-connect", body, sign(body, webhookSecrets.platform))).status,
    ).toBe(400);
    expect(await stored("evt_connect")).toEqual([]);
    expect((await deliver("/webhooks/stripe-connect", body, sign(body, webhookSecrets.connect))).status).toBe(
      200,
    );
    expect(await stored("evt_connect")).toHaveLength(1);
  });

  it.each([
    ["without a signature", event("evt_bad"), undefined, "webhook.signature_invalid"],
    [
      "with a forged one",
      event("evt_bad"),
      sign(event("evt_bad"), "whsec_guess"),
      "webhook.signature_invalid",
    ],
    [
      "with that of another body",
      event("evt_bad"),
      sign(event("evt_x"), webhookSecrets.platform),
      "webhook.signature_invalid",
    ],
    [
      "that are stale",
      event("evt_bad"),
      sign(event("evt_bad"), webhookSecrets.platform, now() - 301),
      "webhook.stale",
    ],
    [
      "that are no event",
      '{"object":"charge"}',
      sign('{"object":"charge"}', webhookSecrets.platform),
      "webhook.unreadable",
    ],
    ["that are no JSON", "nonsense", sign("nonsense", webhookSecrets.platform), "webhook.unreadable"],
  ])("R6: %s are refused and not kept", async (_what, body, signature, code) => {
    const answer = await deliver("/webhooks/stripe", body, signature);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ failure: { code } });
    expect(await stored("evt_bad")).toEqual([]);
  });

  it("are acknowledged only when they are stored", async () => {
    const body = event("evt_table_away");
    const rename = (from: string, to: string) =>
      withAdmin(api.database.url, (client) => client.query(`alter table ${from} rename to ${to}`));
    await rename("provider_event", "provider_event_away");
    const refused = await deliver("/webhooks/stripe", body, sign(body, webhookSecrets.platform));
    await rename("provider_event_away", "provider_event");
    expect(refused.status).toBe(500);
    expect((await deliver("/webhooks/stripe", body, sign(body, webhookSecrets.platform))).status).toBe(200);
    expect(await stored("evt_table_away")).toEqual([{ deliveries: 1, operations: 1 }]);
  });

  it("may have 1 MB", async () => {
    expect((await deliver("/webhooks/stripe", "x".repeat(1024 * 1024 + 1), "t=1,v1=0")).status).toBe(413);
  });
});
