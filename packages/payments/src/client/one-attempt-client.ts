import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import type Stripe from "stripe";
import { TransportError } from "./transport-error";

/** Far above any answer the product asks for; a larger one is not the provider speaking. */
const maximumAnswerBytes = 16 * 1024 * 1024;

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[]>;
  readonly body: string;
}

/**
 * The HTTP side of the SDK, for one reason: certainty about what an attempt came to.
 *
 * The SDK's own client sends a request again when the connection was closed, even with retries off, and only the
 * failure of the second attempt is seen then; a refused connection after a lost answer would look like "never sent".
 * Its timeout starts anew with every byte, and an answer that is JSON but not an object ends in a rejection nobody
 * can catch. Here a call is one attempt, the time limit covers it from start to end, a failure says whether anything
 * can have been sent, and only an object counts as an answer.
 */
export function createOneAttemptClient(): Stripe.HttpClient {
  const agents = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };
  return {
    getClientName: () => "node",
    makeRequest: async (host, port, path, method, headers, body, protocol, timeoutMs) => {
      const options = { host, port, path, method, headers };
      const request =
        protocol === "http"
          ? http.request({ ...options, agent: agents.http })
          : https.request({ ...options, agent: agents.https });
      const answer = await exchange(request, body, protocol, timeoutMs);
      return {
        getStatusCode: () => answer.status,
        getHeaders: () => answer.headers,
        getRawResponse: () => ({ statusCode: answer.status, headers: answer.headers }),
        toStream: () => {
          throw new Error("answers are read whole here");
        },
        toJSON: async () => parseObject(answer.body),
      };
    },
  };
}

function exchange(
  request: http.ClientRequest,
  body: string,
  protocol: string,
  timeoutMs: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let sent = false;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      request.destroy(new Error("time limit reached"));
    }, timeoutMs);
    const fail = (cause: unknown) => {
      clearTimeout(timer);
      reject(new TransportError(sent, late ? `no answer within ${timeoutMs} ms` : describe(cause), cause));
    };
    request.on("socket", (socket) => {
      if (request.reusedSocket || !socket.connecting) sent = true;
      else socket.once(protocol === "http" ? "connect" : "secureConnect", () => (sent = true));
    });
    request.on("error", fail);
    request.on("response", (response) => {
      readBody(response).then((text) => {
        clearTimeout(timer);
        resolve({ status: response.statusCode ?? 0, headers: presentHeaders(response), body: text });
      }, fail);
    });
    request.end(body);
  });
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > maximumAnswerBytes) throw new Error("the answer is larger than any answer of the provider");
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The SDK takes `error` apart without looking; anything but an object there must not get that far. */
function parseObject(body: string): object {
  const value: unknown = JSON.parse(body);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("not an object");
  if ("error" in value && (typeof value.error !== "object" || value.error === null)) {
    throw new Error("the error is not an object");
  }
  return value;
}

function presentHeaders(response: IncomingMessage): Record<string, string | string[]> {
  const present: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) present[name] = value;
  }
  return present;
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return "the connection failed";
  return "code" in cause && typeof cause.code === "string"
    ? `${cause.code} ${cause.message}`.trim()
    : cause.message;
}
