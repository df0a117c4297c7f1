import { connect, createServer, type Socket } from "node:net";

export interface CuttableLine {
  /** The same address through this line. */
  readonly url: string;
  /** Breaks every connection and refuses new ones, as when the server is gone. */
  cut(): void;
  restore(): void;
  close(): Promise<void>;
}

/** A TCP line to PostgreSQL that can be cut, so that the server need not be killed under everyone else's tests. */
export async function cuttableLine(url: string): Promise<CuttableLine> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the line has no port");
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String(address.port);
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: through.href,
    cut() {
      whole = false;
      breakAll();
    },
    restore() {
      whole = true;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      breakAll();
      await closed;
    },
  };
}
