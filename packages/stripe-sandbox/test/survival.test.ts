import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectTo, until } from "./support/world";

const main = new URL("../src/main.ts", import.meta.url).pathname;
let folder: string;
let running: Process | null = null;

interface Process {
  child: ChildProcess;
  port: number;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stripe-sandbox-"));
});
afterAll(() => {
  running?.child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the sandbox as a process on the state in `folder`. */
function start(env: Record<string, string> = {}): Promise<Process> {
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: { PATH: "/usr/bin:/bin", STRIPE_SANDBOX_PORT: "0", STRIPE_SANDBOX_DATA_DIR: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += String(chunk);
      const port = /listening on http:\/\/localhost:(\d+)\n/.exec(said)?.[1];
      if (port !== undefined) resolve({ child, port: Number(port) });
    });
    child.stderr.on("data", (chunk) => {
      said += String(chunk);
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
}

async function kill({ child }: Process, signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  child.kill(signal);
  return ended;
}

describe("kill -9", () => {
  it("loses no answered request and no event, and doubles none that is sent again", async () => {
    const told = new Set<string>();
    let accepting = false;
    const receiver = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += String(chunk);
      });
      request.on("end", () => {
        const event: { type: string; data: { object: { id: string } } } = JSON.parse(body);
        if (accepting && event.type === "payment_intent.succeeded") told.add(event.data.object.id);
        response.writeHead(accepting ? 200 : 503).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    const address = receiver.address();
    if (address === null || typeof address === "string") throw new Error("no port");

    running = await start();
    const url = `http://127.0.0.1:${address.port}/`;
    await connectTo(running, "sk_test_killed").webhookEndpoints.create({ url, enabled_events: ["*"] });
    const answered = new Map<string, string>();
    const unanswered: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const stripe = connectTo(running, "sk_test_killed");
      let stopped = false;
      const work = Array.from({ length: 4 }, async (_, worker) => {
        for (let n = 0; !stopped; n += 1) {
          const key = `r${round}w${worker}n${n}`;
          try {
            answered.set(key, (await pay(stripe, key)).id);
          } catch {
            unanswered.push(key);
            stopped = true;
          }
        }
      });
      await until(() => answered.size > (round + 1) * 15);
      await kill(running, "SIGKILL");
      stopped = true;
      await Promise.all(work);
      running = await start();
    }

    accepting = true;
    const stripe = connectTo(running, "sk_test_killed");
    for (const [key, id] of answered) expect((await pay(stripe, key)).id).toBe(id);
    for (const key of unanswered) answered.set(key, (await pay(stripe, key)).id);
    const made = await stripe.paymentIntents.list({ limit: 100 }).autoPagingToArray({ limit: 10_000 });
    expect(made.map((intent) => intent.id).sort()).toEqual([...answered.values()].sort());
    const { pending } = await stripe.balance.retrieve();
    expect(pending).toMatchObject([{ amount: answered.size * (1000 - 35), currency: "gbp" }]);
    const control = (path: string, body?: string) =>
      fetch(`http://127.0.0.1:${running?.port}/_sandbox/${path}`, {
        headers: { authorization: "Bearer sk_test_killed" },
        ...(body === undefined ? {} : { method: "POST", body }),
      }).then((answer) => answer.json());
    expect(await control("ledger-check")).toEqual({ problems: [] });
    await control("clock", JSON.stringify({ advanceMs: 3 * 86_400_000 }));
    expect([...told].sort()).toEqual([...answered.values()].sort());
    receiver.closeAllConnections();
    receiver.close();
  }, 120_000);

  it("forgets nothing that is still to come: a debit on its way, a dispute's deadline, a refund, a top-up", async () => {
    const key = "sk_test_waiting";
    const before = running ?? (await start());
    const stripe = connectTo(before, key);
    const charged = (payment_method: string) =>
      stripe.paymentIntents.create({
        amount: 20_000,
        currency: "usd",
        confirm: true,
        payment_method,
        mandate_data: { customer_acceptance: { type: "offline" } },
        automatic_payment_methods: { enabled: true, allow_redirects: "never" },
      });
    const debit = await charged("pm_usBankAccount_success");
    const disputed = await charged("pm_card_createDispute");
    const refund = await stripe.refunds.create({
      payment_intent: (await charged("pm_card_pendingRefund")).id,
    });
    const topup = await stripe.topups.create({ amount: 1000, currency: "usd" });
    await kill(before, "SIGKILL");
    running = await start();
    const after = connectTo(running, key);
    expect((await after.paymentIntents.retrieve(debit.id)).status).toBe("processing");
    const control = (path: string, body?: string) =>
      fetch(`http://127.0.0.1:${running?.port}/_sandbox/${path}`, {
        headers: { authorization: `Bearer ${key}` },
        ...(body === undefined ? {} : { method: "POST", body }),
      }).then((answer) => answer.json());
    await control("clock", JSON.stringify({ advanceMs: 12 * 86_400_000 }));
    expect((await after.paymentIntents.retrieve(debit.id)).status).toBe("succeeded");
    expect((await after.disputes.list({ payment_intent: disputed.id })).data).toMatchObject([
      { status: "lost" },
    ]);
    expect((await after.refunds.retrieve(refund.id)).status).toBe("succeeded");
    expect((await after.topups.retrieve(topup.id)).status).toBe("succeeded");
    expect(await control("ledger-check")).toEqual({ problems: [] });
  }, 60_000);

  it("ends on SIGTERM with 0, and starts again with the same state", async () => {
    const before = running ?? (await start());
    const stripe = connectTo(before, "sk_test_term");
    const customer = await stripe.customers.create({ name: "kept" });
    expect(await kill(before, "SIGTERM")).toBe(0);
    running = await start();
    expect((await connectTo(running, "sk_test_term").customers.retrieve(customer.id)).id).toBe(customer.id);
  }, 60_000);

  it("does not start in production", async () => {
    await expect(start({ NODE_ENV: "production" })).rejects.toThrow(
      "does not start with NODE_ENV=production",
    );
    await expect(start({ STRIPE_SANDBOX_PORT: "many" })).rejects.toThrow("STRIPE_SANDBOX_PORT");
  }, 60_000);
});

function pay(stripe: ReturnType<typeof connectTo>, key: string) {
  return stripe.paymentIntents.create(
    {
      amount: 1000,
      currency: "gbp",
      confirm: true,
      payment_method: "pm_card_visa",
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    },
    { idempotencyKey: key },
  );
}
