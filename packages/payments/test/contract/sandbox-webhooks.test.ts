import { createServer, type Server } from "node:http";
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSandboxTarget, type SandboxTarget } from "./sandbox-target";
import { doneValue, fundMilestone, transferOf } from "./target";

interface Delivery {
  readonly endpoint: "platform" | "connect";
  readonly body: string;
  readonly signature: string;
}

describe("webhooks of the local sandbox", () => {
  const deliveries: Delivery[] = [];
  let server: Server;
  let target: SandboxTarget;
  let secrets: { platform: string; connect: string };

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = "";
      request.setEncoding("utf8");
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        const endpoint = request.url === "/connect" ? "connect" : "platform";
        deliveries.push({ endpoint, body, signature: String(request.headers["stripe-signature"]) });
        response.writeHead(200).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    target = await openSandboxTarget();
    secrets = { platform: await register("platform"), connect: await register("connect") };
  });
  afterAll(async () => {
    await target?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  async function register(endpoint: "platform" | "connect"): Promise<string> {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const sandbox = new URL(target.url);
    const stripe = new Stripe(target.secretKey, {
      host: sandbox.hostname,
      port: sandbox.port,
      protocol: "http",
    });
    const made = await stripe.webhookEndpoints.create({
      url: `http://127.0.0.1:${address.port}/${endpoint}`,
      enabled_events: ["*"],
      connect: endpoint === "connect",
    });
    return made.secret ?? "";
  }

  const read = ({ endpoint, body, signature }: Delivery, at = new Date()) =>
    target
      .reopen({ platformWebhookSecret: secrets.platform, connectWebhookSecret: secrets.connect })
      .readWebhook(endpoint, body, signature, at);

  /** What has arrived so far and reads as the wanted event of the wanted object. */
  async function arrived(type: string, objectId: string): Promise<Delivery[]> {
    const readings = await Promise.all(
      deliveries.map(async (delivery) => ({ delivery, event: await read(delivery) })),
    );
    return readings
      .filter(({ event }) => event.ok && event.value.type === type && event.value.objectId === objectId)
      .map(({ delivery }) => delivery);
  }

  it("of a payment and a transfer lead to the objects they are about", async () => {
    const funded = await fundMilestone(target);
    const { paymentIntentId } = funded.payment;
    await expect.poll(() => arrived("payment_intent.succeeded", paymentIntentId)).toHaveLength(1);
    const account = await target.payableAccount();
    await expect.poll(async () => (await arrived("account.updated", account)).length).toBeGreaterThan(0);
    const [update] = await arrived("account.updated", account);
    if (update === undefined) throw new Error("no update arrived");
    expect(update.endpoint).toBe("connect");
    expect(await read(update)).toMatchObject({ ok: true, value: { accountId: account, objectId: account } });
    const made = doneValue(await target.gateway.createTransfer(transferOf(funded, account)));
    await expect.poll(() => arrived("transfer.created", made.transferId)).toHaveLength(1);
  });

  it("that come twice carry the same event id", async () => {
    await target.control("/webhook-faults", { kind: "duplicate", event: "payment_intent.succeeded" });
    const { paymentIntentId } = (await fundMilestone(target)).payment;
    await expect.poll(() => arrived("payment_intent.succeeded", paymentIntentId)).toHaveLength(2);
    const ids = await Promise.all(
      (await arrived("payment_intent.succeeded", paymentIntentId)).map(async (delivery) => {
        const event = await read(delivery);
        return event.ok ? event.value.eventId : null;
      }),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it.each([
    ["stale", "webhook.stale"],
    ["wrong_secret", "webhook.signature_invalid"],
  ])("that are %s are refused", async (kind, code) => {
    const before = deliveries.length;
    await target.control("/webhook-faults", { kind, event: "payment_intent.succeeded" });
    await fundMilestone(target);
    const refusals = async () => {
      const events = await Promise.all(deliveries.slice(before).map((delivery) => read(delivery)));
      return events.flatMap((event) => (event.ok ? [] : [event.failure.code]));
    };
    await expect.poll(refusals).toEqual([code]);
  });
});
