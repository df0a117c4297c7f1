import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServiceName, Stack } from "@evenshare/dev";
import { z } from "zod";

const order = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("kill"), service: z.string() }),
  z.strictObject({
    act: z.literal("restart"),
    service: z.string(),
    variables: z.record(z.string(), z.string()),
  }),
  z.strictObject({ act: z.literal("pid"), service: z.string() }),
]);
type Order = z.infer<typeof order>;

const services: readonly ServiceName[] = ["postgres", "sandbox", "inbox", "api", "worker"];

/** Lets the processes of tests kill and start services of a stack that another process holds. */
export async function serveStack(stack: Stack): Promise<{ url: string; close(): void }> {
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      obey(stack, order.parse(JSON.parse(Buffer.concat(chunks).toString()))).then(
        (pid) => response.end(JSON.stringify({ pid })),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${portOf(server.address())}`, close: () => server.close() };
}

async function obey(stack: Stack, given: Order): Promise<number | null> {
  const service = services.find((name) => name === given.service);
  if (service === undefined) throw new Error(`There is no ${given.service}.`);
  if (given.act === "kill") await stack.kill(service);
  if (given.act === "restart") await stack.restart(service, given.variables);
  return stack.pid(service);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

/** The services of a stack in another process. */
export interface RemoteStack {
  /** kill −9; resolves when its pid is gone. */
  kill(service: ServiceName): Promise<void>;
  /** Starts it (again), with variables of its own if given; resolves when it is ready. */
  restart(service: ServiceName, variables?: Readonly<Record<string, string>>): Promise<void>;
  /** Null while it is down. */
  pid(service: ServiceName): Promise<number | null>;
}

/** Speaks to a stack served by {@link serveStack}. */
export function connectStack(url: string): RemoteStack {
  const send = async (given: Order): Promise<number | null> => {
    const answer = await fetch(url, { method: "POST", body: JSON.stringify(given) });
    if (!answer.ok) throw new Error(await answer.text());
    return z.object({ pid: z.number().nullable() }).parse(await answer.json()).pid;
  };
  return {
    kill: async (service) => void (await send({ act: "kill", service })),
    restart: async (service, variables = {}) => void (await send({ act: "restart", service, variables })),
    pid: (service) => send({ act: "pid", service }),
  };
}
