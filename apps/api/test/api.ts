import { randomUUID } from "node:crypto";
import { createTestDatabase, type TestDatabase, withAdmin } from "@evenshare/database/testing";
import type { OrganizationKind, views } from "@evenshare/domain";
import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import { type Environment, readEnvironment } from "../src/env";
import type { AppRouter } from "../src/index";
import { serve } from "../src/serve";

export const origins = { brand: "http://brand.test", producer: "http://producer.test" };
export const webhookSecrets = { platform: "whsec_platform", connect: "whsec_connect" };
export const password = "correct horse battery";

export interface TestApi {
  readonly database: TestDatabase;
  urlOf(portal: OrganizationKind): string;
  close(): Promise<void>;
}

/** The variables of an API for tests, over a database. */
export function environmentOf(databaseUrl: string): Record<string, string> {
  return {
    NODE_ENV: "test",
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: "a-secret-that-is-long-enough-for-signing",
    MAIL_FROM: "Evenshare <mail@platform.test>",
    // Nobody listens there: a look-up ends at once, without an answer.
    DNS_SERVERS: "127.0.0.1:9",
    BRAND_PORT: "0",
    PRODUCER_PORT: "0",
    BRAND_ORIGIN: origins.brand,
    PRODUCER_ORIGIN: origins.producer,
    STRIPE_SECRET_KEY: "sk_test_evenshare",
    STRIPE_API_BASE: "http://127.0.0.1:9",
    STRIPE_WEBHOOK_SECRET: webhookSecrets.platform,
    STRIPE_CONNECT_WEBHOOK_SECRET: webhookSecrets.connect,
    LOG_LEVEL: "silent",
  };
}

/**
 * The whole API on free ports over a database of its own, as `main.ts` starts it. `reach` may put something between the
 * API and its database.
 */
export async function startApi(
  changes: Partial<Record<keyof Environment, string>> = {},
  reach: (url: string) => Promise<string> = async (url) => url,
): Promise<TestApi> {
  const database = await createTestDatabase();
  const api = await serve(readEnvironment({ ...environmentOf(await reach(database.url)), ...changes }));
  const ports = { brand: api.brandPort, producer: api.producerPort };
  return {
    database,
    urlOf: (portal) => `http://127.0.0.1:${ports[portal]}`,
    async close() {
      await api.close(0);
      await database.drop();
    },
  };
}

/** A browser with cookies, at one portal. */
export class Browser {
  readonly portal: OrganizationKind;
  /** Who has signed up with it, if anyone. */
  email: string | null = null;
  readonly #url: string;
  #cookie: string | undefined;

  constructor(api: TestApi, portal: OrganizationKind, cookie?: string) {
    this.portal = portal;
    this.#url = api.urlOf(portal);
    this.#cookie = cookie;
  }

  get cookie(): string | undefined {
    return this.#cookie;
  }

  /** Like `fetch`, from a page of the portal. */
  readonly fetch = async (path: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (this.#cookie !== undefined) headers.set("cookie", this.#cookie);
    if (!headers.has("origin")) headers.set("origin", origins[this.portal]);
    const response = await fetch(new URL(String(path), this.#url), { ...init, headers, redirect: "manual" });
    const [setCookie] = response.headers.getSetCookie();
    if (setCookie !== undefined)
      this.#cookie = setCookie.includes("Max-Age=0") ? undefined : setCookie.split(";")[0];
    return response;
  };

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const json = { "content-type": "application/json", ...headers };
    return this.fetch(path, { method: "POST", headers: json, body: JSON.stringify(body) });
  }

  readonly trpc = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: "/api/trpc",
        transformer: superjson,
        fetch: (url, init) => this.#trpcFetch(url, init),
      }),
    ],
  });

  #trpcFetch(
    url: string | URL | Request,
    init?: { method?: string; headers?: unknown; body?: unknown; signal?: unknown },
  ) {
    const { method, body } = init ?? {};
    const text = typeof body === "string" ? { body, headers: { "content-type": "application/json" } } : {};
    return this.fetch(String(url), { method: method ?? "GET", ...text });
  }
}

/** A person who has just signed up and confirmed their address with the link from the mail. */
export async function signUp(api: TestApi, portal: OrganizationKind): Promise<Browser & { email: string }> {
  const browser = await signUpUnverified(api, portal);
  const token = await linkTo(api, browser.email, "account.verify_email");
  const answer = await browser.post("/api/auth/verify-email", { token });
  if (answer.status !== 200) throw new Error(await answer.text());
  return browser;
}

/** What the link of the last mail of a kind to an address is worth. Nothing is sent here, so it still stands in the log. */
export async function linkTo(api: TestApi, email: string, template: string): Promise<string> {
  const { rows } = await withAdmin(api.database.url, (client) =>
    client.query<{ token: string }>(
      `select data ->> 'token' as token from mail where to_email = $1 and template = $2
      order by created_at desc limit 1`,
      [email, template],
    ),
  );
  const [last] = rows;
  if (last === undefined) throw new Error(`no ${template} to ${email}`);
  return last.token;
}

/** A person who has just signed up. */
export async function signUpUnverified(
  api: TestApi,
  portal: OrganizationKind,
): Promise<Browser & { email: string }> {
  const browser = new Browser(api, portal);
  const email = `${randomUUID()}@example.com`;
  const answer = await browser.post("/api/auth/sign-up/email", { name: "Ada", email, password });
  if (answer.status !== 200) throw new Error(await answer.text());
  return Object.assign(browser, { email });
}

/** An owner of a new organization. */
export async function signUpOwner(api: TestApi, portal: OrganizationKind, name = "Wiesen Farm") {
  const browser = await signUp(api, portal);
  const session = await browser.trpc.organizations.create.mutate({
    commandKey: randomUUID(),
    name,
    country: "GB",
    timeZone: "Europe/London",
  });
  return { browser, organizationId: activeId(session), email: browser.email };
}

export function activeId(session: views.SessionView): string {
  if (session.active === null) throw new Error("no organization is active");
  return session.active.organization.id;
}

/** What a refused call was refused with. */
export async function refusalOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    if (error instanceof TRPCClientError) return error.data as RefusalData;
    throw error;
  }
  throw new Error("the call was not refused");
}

interface RefusalData {
  readonly code: string;
  readonly httpStatus: number;
  readonly failure: {
    readonly code: string;
    readonly field?: string;
    readonly details?: Record<string, string>;
  } | null;
  readonly requestId: string;
}
