import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly idempotencyKey: string | undefined;
  /** The form the SDK sent, each field by its bracketed name. */
  readonly form: Record<string, string>;
}

export type Answer = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** A server that answers as told, closed with the test. `nth` counts requests from 1. */
export async function serveAnswers(answer: Answer): Promise<{ apiBase: string; seen: SeenRequest[] }> {
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const key = request.headers["idempotency-key"];
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.once("end", () => {
      seen.push({
        method: request.method ?? "",
        url: request.url ?? "",
        idempotencyKey: typeof key === "string" ? key : undefined,
        form: Object.fromEntries(new URLSearchParams(body)),
      });
      answer(request, response, seen.length);
    });
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return { apiBase: `http://127.0.0.1:${address.port}`, seen };
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
