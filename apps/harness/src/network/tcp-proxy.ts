import { once } from "node:events";
import { connect as connectTo, createServer, type Socket } from "node:net";

/** What the network between two programs does. */
export type Weather =
  | { readonly kind: "fair" }
  /** Everything arrives, each piece `ms` later. */
  | { readonly kind: "delay"; readonly ms: number }
  /** Every connection is cut after at most `ms`, by a reset. */
  | { readonly kind: "reset"; readonly ms: number }
  /** What is asked arrives, its answer does not: the connection is cut in its place. */
  | { readonly kind: "answers_lost" }
  /** Nothing arrives and nobody is told. A connection that has lost something stays dead in fair weather too. */
  | { readonly kind: "silent" };

export interface TcpProxy {
  readonly port: number;
  become(weather: Weather): void;
  close(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  /** Something on it was swallowed: TCP would never go on from there. */
  dead: boolean;
}

/** Stands between programs on this machine and the server at an address, with whatever weather is wished. */
export async function openTcpProxy(at: URL): Promise<TcpProxy> {
  let weather: Weather = { kind: "fair" };
  const pairs = new Set<Pair>();

  const listener = createServer((client) => {
    const server = connectTo({ host: at.hostname, port: Number(at.port) });
    const pair: Pair = { client, server, dead: false };
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on("error", () => undefined);
      // A half-open line does not tell of its end either: the other side is left to find out.
      socket.on("close", () => pair.dead || end());
    }
    client.on("data", (piece) => carry(pair, server, piece));
    server.on("data", (piece) => answer(pair, piece));
    if (weather.kind === "reset") setTimeout(() => cut(pair), Math.random() * weather.ms);
  });

  function carry(pair: Pair, to: Socket, piece: Buffer): void {
    if (weather.kind === "silent") pair.dead = true;
    if (pair.dead) return;
    if (weather.kind !== "delay") to.write(piece);
    else setTimeout(() => to.write(piece), weather.ms);
  }

  function answer(pair: Pair, piece: Buffer): void {
    if (weather.kind === "answers_lost") cut(pair);
    else carry(pair, pair.client, piece);
  }

  function cut({ client, server }: Pair): void {
    client.resetAndDestroy();
    server.destroy();
  }

  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("the proxy listens nowhere");
  return {
    port: address.port,
    become(next) {
      weather = next;
      if (next.kind !== "reset") return;
      for (const pair of pairs) setTimeout(() => cut(pair), Math.random() * next.ms);
    },
    async close() {
      listener.close();
      for (const { client, server } of pairs) {
        client.destroy();
        server.destroy();
      }
    },
  };
}
