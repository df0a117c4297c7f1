import superjson from "superjson";
import type { Browser } from "../api";

export type ProcedureType = "query" | "mutation" | "subscription";

export interface Answer {
  readonly status: number;
  /** The failure's code; null when the call succeeded. */
  readonly failure: string | null;
  readonly text: string;
}

/** Calls a procedure by its path, as a client would that knows nothing of types. */
export async function call(
  browser: Browser,
  path: string,
  type: ProcedureType,
  input: unknown,
): Promise<Answer> {
  const wire = input === undefined ? undefined : JSON.stringify(superjson.serialize(input));
  if (type === "mutation") {
    const headers = { "content-type": "application/json" };
    return read(await browser.fetch(`/api/trpc/${path}`, { method: "POST", headers, body: wire ?? "{}" }));
  }
  const query = wire === undefined ? "" : `?input=${encodeURIComponent(wire)}`;
  return read(await browser.fetch(`/api/trpc/${path}${query}`));
}

/** An answer with the failure's code picked out, from tRPC, its streams, and plain routes alike. */
export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const failure = /"failure":\{"code":"([a-z_.]+)"/.exec(text)?.[1] ?? null;
  return { status: response.status, failure, text };
}
