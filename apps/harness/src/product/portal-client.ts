import type { AppRouter } from "@evenshare/api";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";

/** Longer than any answer takes; after it the request counts as unanswered. */
const answerMs = 20_000;
const wantsProof = "session.reauthentication_required";

interface Request {
  readonly method: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** A person at one portal: keeps the cookie, sends the origin, speaks tRPC, and gives the password when asked again. */
export class PortalClient {
  readonly origin: string;
  readonly #password: string;
  /** The processes that serve the origin, each asked in turn, as a load balancer would. */
  readonly #processes: readonly string[];
  #asked = 0;
  #cookie: string | undefined;
  #proving: Promise<void> | undefined;

  constructor(origin: string, password: string, processes: readonly string[] = [origin]) {
    this.origin = origin;
    this.#password = password;
    this.#processes = processes;
  }

  /** What the browser sends as its cookie. */
  get cookie(): string {
    return this.#cookie ?? "";
  }

  /** The same browser, answered by one process only. */
  sentTo(process: string): PortalClient {
    const twin = new PortalClient(this.origin, this.#password, [process]);
    twin.#cookie = this.#cookie;
    return twin;
  }

  /** Opens the live stream and answers the text as it arrives, until `signal` ends. */
  async openStream(signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const answer = await fetch(new URL("/api/trpc/live.events", this.#nextProcess()), {
      headers: { accept: "text/event-stream", origin: this.origin, cookie: this.cookie },
      signal,
    });
    if (answer.status !== 200 || answer.body === null)
      throw new Error(`the stream answered ${answer.status}`);
    return answer.body;
  }

  readonly trpc = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: "/api/trpc",
        transformer: superjson,
        fetch: (url, init) =>
          this.#ask(String(url), {
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

  /** Sends a call; when it wants a recent proof of who this is, proves it and sends the same again. */
  async #ask(path: string, init: Request): Promise<Response> {
    const answer = await this.#send(path, init);
    if (answer.status !== 403 || !(await answer.clone().text()).includes(wantsProof)) return answer;
    this.#proving ??= this.#prove().finally(() => {
      this.#proving = undefined;
    });
    await this.#proving;
    return this.#send(path, init);
  }

  async #prove(): Promise<void> {
    const answer = await this.post("/api/trpc/session.reauthenticate", {
      json: { password: this.#password },
    });
    if (!answer.ok) throw new Error(`the password was refused: ${answer.status} ${await answer.text()}`);
  }

  async #send(path: string, init: Request): Promise<Response> {
    const response = await fetch(new URL(path, this.#nextProcess()), {
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

  #nextProcess(): string {
    this.#asked += 1;
    return this.#processes[this.#asked % this.#processes.length] ?? this.origin;
  }
}
