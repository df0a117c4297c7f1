import type { AppRouter } from "@evenshare/api";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";

/** Longer than any answer takes; after it the request counts as unanswered. */
const answerMs = 20_000;

/** A person at one portal: keeps the cookie, sends the origin, speaks tRPC. */
export class PortalClient {
  readonly origin: string;
  #cookie: string | undefined;

  constructor(origin: string) {
    this.origin = origin;
  }

  readonly trpc = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: "/api/trpc",
        transformer: superjson,
        fetch: (url, init) =>
          this.#send(String(url), {
            method: init?.method ?? "GET",
            ...(typeof init?.body === "string"
              ? { body: init.body, headers: { "content-type": "application/json" } }
              : {}),
          }),
      }),
    ],
  });

  /** Posts JSON to a path of the portal's own origin. */
  post(path: string, body: unknown): Promise<Response> {
    return this.#send(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  async #send(
    path: string,
    init: { method: string; body?: string; headers?: Record<string, string> },
  ): Promise<Response> {
    const response = await fetch(new URL(path, this.origin), {
      ...init,
      headers: {
        ...init.headers,
        origin: this.origin,
        ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }),
      },
      redirect: "manual",
      signal: AbortSignal.timeout(answerMs),
    });
    const [setCookie] = response.headers.getSetCookie();
    if (setCookie !== undefined) this.#cookie = setCookie.split(";")[0];
    return response;
  }
}
