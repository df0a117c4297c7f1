import type { IncomingMessage, ServerResponse } from "node:http";
import { answerControl } from "../control/answer-control";
import { messagePage } from "../hosted/message-page";
import { answerHostedPage } from "../hosted/pages";
import { answerInspector } from "../inspector/answer-inspector";
import { readAsset } from "../inspector/assets";
import { routes } from "../routes";
import type { Sandbox } from "../sandbox";
import { answerApi } from "./api";
import type { ApiAnswer, ApiRequest } from "./api-types";
import { type PageRequest, send } from "./page";

const largestBody = 1024 * 1024;
/** Snapshots are put through the control plane and may be large. */
const largestControlBody = 256 * 1024 * 1024;

/** Answers one HTTP request: the API, the control plane, the hosted pages or the inspector. Never throws. */
export async function handleRequest(
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await answer(sandbox, request, response);
  } catch (error) {
    process.stderr.write(
      `stripe-sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    if (!response.headersSent)
      send(response, messagePage("The sandbox has failed", "Its log says why.", 500));
    else response.destroy();
  }
}

async function answer(sandbox: Sandbox, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const control = url.pathname.startsWith("/_sandbox/");
  const body = await readBody(request, control ? largestControlBody : largestBody);
  if (body === null) return send(response, messagePage("Too large", "The request is too large.", 413));
  const api: ApiRequest = {
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.search.slice(1),
    header: (name) => headerOf(request, name),
    body,
  };
  if (url.pathname.startsWith("/v1/") || url.pathname.startsWith("/v2/")) {
    response.once("close", () => wakeAll(sandbox));
    return sendApi(request, response, await answerApi(sandbox, routes, api));
  }
  if (isForeign(request))
    return send(response, messagePage("Not from here", "Other sites may not do this.", 403));
  if (control) return sendApi(request, response, await answerControl(sandbox, api));
  const page: PageRequest = {
    method: api.method,
    path: url.pathname,
    query: url.searchParams,
    form: new URLSearchParams(body),
    remoteAddress: request.socket.remoteAddress ?? "127.0.0.1",
  };
  const found = readAsset(page) ?? answerHostedPage(sandbox, page) ?? (await answerInspector(sandbox, page));
  send(response, found ?? messagePage("Nothing here", "This page does not exist.", 404));
}

/** Webhooks leave as soon as the answer of the request that caused them has been sent. */
function wakeAll(sandbox: Sandbox): void {
  for (const platform of sandbox.platforms()) sandbox.dispatcher.wake(platform);
}

function sendApi(request: IncomingMessage, response: ServerResponse, answer: ApiAnswer): void {
  if (answer.cut === "dropped") {
    request.socket.destroy();
    return;
  }
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, "content-length": body.length });
  if (answer.cut === "truncated") {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => request.socket.destroy());
    return;
  }
  response.end(body);
}

/** A page of another site may not drive the control plane or the hosted pages through a visitor's browser. */
function isForeign(request: IncomingMessage): boolean {
  const origin = request.headers.origin;
  if (request.method === "GET" || origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.host;
}

async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    if (length > limit) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
}
