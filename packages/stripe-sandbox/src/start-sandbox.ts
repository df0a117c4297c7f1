import { createServer, type Server } from "node:http";
import { type ControllableClock, MemoryClock } from "@evenshare/dev-clock";
import { handleRequest } from "./http/server";
import { Sandbox } from "./sandbox";

export interface SandboxOptions {
  /** 0 (the default) takes a free port. */
  port?: number;
  /** Where state is kept; without it the sandbox forgets everything when it ends. */
  dataDir?: string;
  /** A `DevClock`, or a clock of the test's; by default a clock that shows system time until it is moved. */
  clock?: ControllableClock;
  /** Base of the hosted pages' URLs; by default `http://localhost:<port>`. */
  publicUrl?: string;
  /** Ids follow from the seed and the order of requests. */
  seed?: string;
}

export interface RunningSandbox {
  url: string;
  port: number;
  close(): Promise<void>;
}

/** How often the sandbox looks at the clock by itself, in real milliseconds. */
const tickMs = 500;

/** Starts a sandbox on loopback. `close` waits for webhooks on their way and frees the port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const sandbox = new Sandbox({
    clock: options.clock ?? runningClock(),
    seed: options.seed ?? "evenshare",
    folder: options.dataDir ?? null,
    publicUrl: "",
  });
  const server = createServer((request, response) => {
    void handleRequest(sandbox, request, response);
  });
  // Longer than any client keeps an idle connection, so that none is closed under a request being sent.
  server.keepAliveTimeout = 120_000;
  const port = await listen(server, options.port ?? 0);
  sandbox.publicUrl = options.publicUrl ?? `http://localhost:${port}`;
  const ticking = setInterval(() => sandbox.tick(), tickMs);
  return {
    url: `http://localhost:${port}`,
    port,
    async close() {
      clearInterval(ticking);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await sandbox.dispatcher.close();
      sandbox.close();
    },
  };
}

function runningClock(): MemoryClock {
  const clock = new MemoryClock(new Date());
  clock.resume();
  return clock;
}

/** Listens on loopback only. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("no port was bound"));
      else resolve(address.port);
    });
  });
}
