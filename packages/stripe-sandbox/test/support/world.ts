import { createServer, type IncomingMessage, type Server } from "node:http";
import { MemoryClock } from "@evenshare/dev-clock";
import Stripe from "stripe";
import { type RunningSandbox, type SandboxOptions, startSandbox } from "../../src/index";
import { type Exchange, findDeviations } from "./openapi";

/** One webhook as the receiver got it. */
export interface Received {
  path: string;
  event: Stripe.Event;
}

/** A sandbox with a client, and a receiver that verifies every webhook as the product does. */
export interface World {
  sandbox: RunningSandbox;
  clock: MemoryClock;
  /** The secret key of the world's platform. */
  key: string;
  stripe: Stripe;
  /** Webhooks whose signature was good, in the order of arrival. */
  received: Received[];
  /** Webhooks that were refused, with the reason. */
  refused: string[];
  /** The latest exchange of the client. */
  last(): Exchange | undefined;
  /** What the OpenAPI document finds wrong with the requests and answers so far. */
  deviations: string[];
  /** How the receiver answers; 200 unless a test changes it. */
  answerWith: { status: number };
  /** Registers the receiver for the platform's events or (connect) those of its accounts. */
  listen(options?: { connect?: boolean }): Promise<string>;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  advance(ms: number): Promise<void>;
  form(url: string, fields: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export const startOfTests = new Date("2026-11-23T10:00:00Z");
export const dayMs = 86_400_000;

let platforms = 0;

/** Starts a world with a platform of its own. */
export async function startWorld(options: SandboxOptions = {}): Promise<World> {
  const clock = new MemoryClock(startOfTests);
  const sandbox = await startSandbox({ clock, ...options });
  platforms += 1;
  const key = `sk_test_world${platforms}`;
  const deviations: string[] = [];
  let last: Exchange | undefined;
  const stripe = connectTo(sandbox, key, (exchange) => {
    last = exchange;
    deviations.push(...findDeviations(exchange));
  });
  const secrets = new Map<string, string>();
  const received: Received[] = [];
  const refused: string[] = [];
  const answerWith = { status: 200 };
  const receiver = createServer((request, response) => {
    void readBody(request).then((body) => {
      const path = request.url ?? "";
      const now = clock.now().getTime();
      try {
        const signature = String(request.headers["stripe-signature"]);
        const event = stripe.webhooks.constructEvent(
          body,
          signature,
          secrets.get(path) ?? "",
          300,
          undefined,
          now,
        );
        if (answerWith.status === 200) received.push({ path, event });
        response.writeHead(answerWith.status).end();
      } catch (error) {
        refused.push(error instanceof Error ? error.message : String(error));
        response.writeHead(400).end();
      }
    });
  });
  const receiverPort = await listening(receiver);
  const authorization = `Bearer ${key}`;
  const control: World["control"] = async (method, path, body) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
      method,
      headers: { authorization },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json: unknown = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(json)}`);
    return json;
  };
  return {
    sandbox,
    clock,
    key,
    stripe,
    received,
    refused,
    last: () => last,
    deviations,
    answerWith,
    control,
    async listen({ connect = false } = {}) {
      const path = `/${connect ? "connect" : "platform"}${secrets.size}`;
      const endpoint = await stripe.webhookEndpoints.create({
        url: `http://127.0.0.1:${receiverPort}${path}`,
        enabled_events: ["*"],
        ...(connect ? { connect } : {}),
      });
      secrets.set(path, endpoint.secret ?? "");
      return endpoint.id;
    },
    async advance(ms) {
      await control("POST", "clock", { advanceMs: ms });
    },
    form: (url, fields) =>
      fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams(fields) }),
    async close() {
      await sandbox.close();
      receiver.closeAllConnections();
      await new Promise((resolve) => receiver.close(resolve));
    },
  };
}

/** An SDK client whose every exchange is also handed to `look`. */
export function connectTo(
  sandbox: { port: number },
  key: string,
  look: (exchange: Exchange) => void = () => {},
  config: Stripe.StripeConfig = {},
): Stripe {
  const watching = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const answer = await fetch(input, init);
    const url = new URL(String(input));
    const text = await answer.clone().text();
    look({
      method: init?.method ?? "GET",
      path: url.pathname,
      query: url.search.slice(1),
      body: typeof init?.body === "string" ? init.body : "",
      status: answer.status,
      answer: JSON.parse(text),
      replayed: answer.headers.get("idempotent-replayed") === "true",
    });
    return answer;
  };
  return new Stripe(key, {
    host: "127.0.0.1",
    port: sandbox.port,
    protocol: "http",
    maxNetworkRetries: 0,
    telemetry: false,
    httpClient: Stripe.createFetchHttpClient(watching),
    ...config,
  });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("no port"));
      else resolve(address.port);
    });
  });
}

/** Waits until `ready` says so; webhooks arrive soon, but not in the same breath. */
export async function until(ready: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 5000;
  while (!(await ready())) {
    if (performance.now() > deadline) throw new Error("waited five seconds in vain");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
