import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeProcess, removeEmbeddedPostgres } from "@evenshare/database/embedded";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { type ServiceName, type Stack, startStack } from "../../src";

const SERVICES: readonly ServiceName[] = ["postgres", "sandbox", "inbox", "api", "worker"];

let dataDir: string;
let stack: Stack;

const start = () => startStack({ dataDir, ports: "free", portals: "none" });

const statusOf = async (url: string) => (await fetch(url)).status;

const pidsOf = (running: Stack) => SERVICES.map((name) => running.pid(name) ?? 0);

async function webhookUrls(): Promise<string[]> {
  const answer = await fetch(`${stack.urls.sandbox}/v1/webhook_endpoints`, {
    headers: { authorization: `Bearer ${stack.stripeSecretKey}` },
  });
  const list = z.object({ data: z.array(z.object({ url: z.string() })) }).parse(await answer.json());
  return list.data.map(({ url }) => url).sort();
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "evenshare-stack-"));
  await chmod(dataDir, 0o755);
  stack = await start();
});

afterAll(async () => {
  await stack.stop();
  await removeEmbeddedPostgres(join(dataDir, "postgres"));
  await rm(dataDir, { recursive: true, force: true });
});

test("runs everything the product needs", async () => {
  const { urls } = stack;
  expect(await statusOf(`${urls.brandApi}/health`)).toBe(200);
  expect(await statusOf(`${urls.producerApi}/health`)).toBe(200);
  expect(await statusOf(`${urls.workerHealth}/health`)).toBe(200);
  expect(await statusOf(`${urls.inbox}/health`)).toBe(200);
  expect(await webhookUrls()).toEqual([
    `${urls.brandApi}/webhooks/stripe`,
    `${urls.brandApi}/webhooks/stripe-connect`,
  ]);
  for (const pid of pidsOf(stack)) expect(await describeProcess(pid)).not.toBeNull();
});

test("a killed service is gone until it is started again, with other variables if wanted", async () => {
  const before = stack.pid("worker");
  await stack.kill("worker");
  expect(await describeProcess(before ?? 0)).toBeNull();
  expect(stack.pid("worker")).toBeNull();
  await stack.restart("worker", { LOG_LEVEL: "debug" });
  expect(await statusOf(`${stack.urls.workerHealth}/health`)).toBe(200);
});

test("the API comes back by itself after kill −9 of PostgreSQL", async () => {
  const client = new pg.Client({ connectionString: stack.urls.database });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("create table kept (body text); insert into kept values ('committed')");
  await stack.kill("postgres");
  await stack.restart("postgres");
  await vi.waitFor(async () => expect(await statusOf(`${stack.urls.brandApi}/health`)).toBe(200), {
    timeout: 30_000,
  });

  const again = new pg.Client({ connectionString: stack.urls.database });
  await again.connect();
  expect((await again.query("select body from kept")).rows).toEqual([{ body: "committed" }]);
  await again.end();
});

test("stops all of it, and starts again on the same data with the webhooks where the API now is", async () => {
  const pids = pidsOf(stack);
  const secret = stack.variables.STRIPE_WEBHOOK_SECRET;
  await stack.stop();
  for (const pid of pids) expect(await describeProcess(pid)).toBeNull();

  stack = await start();
  expect(stack.variables.STRIPE_WEBHOOK_SECRET).toBe(secret);
  expect(await webhookUrls()).toEqual([
    `${stack.urls.brandApi}/webhooks/stripe`,
    `${stack.urls.brandApi}/webhooks/stripe-connect`,
  ]);
});
