import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import type { ApiEnv } from "./request-facts";

export interface Listener {
  readonly port: number;
  /** Takes no new requests, lets running ones finish for `graceMs`, and ends what is still open (live streams) then. */
  close(graceMs: number): Promise<void>;
}

/** Serves an app on a port (0: any free one). */
export async function listen(app: Hono<ApiEnv>, port: number, host: string): Promise<Listener> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { headersTimeout: 15_000, requestTimeout: 120_000 },
  });
  if (!isHttpServer(server)) throw new Error("an HTTP/1.1 server was expected");
  let running = 0;
  let whenIdle = () => {};
  server.on("request", (_request, response) => {
    running += 1;
    response.once("close", () => {
      running -= 1;
      if (running === 0) whenIdle();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the listener has no port");
  return {
    port: address.port,
    async close(graceMs) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const idle = new Promise<void>((resolve) => {
        whenIdle = resolve;
        if (running === 0) resolve();
      });
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await Promise.race([idle, closed]);
      server.closeIdleConnections();
      await closed;
      clearTimeout(timer);
    },
  };
}

function isHttpServer(server: unknown): server is Server {
  return typeof server === "object" && server !== null && "closeAllConnections" in server;
}
