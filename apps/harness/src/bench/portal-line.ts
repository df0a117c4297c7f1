import { Agent, request } from "node:http";
import superjson from "superjson";

/** What a client got. */
export interface LineAnswer {
  readonly status: number;
  readonly text: string;
}

/** A signed-in browser's connection as bare as it can be, so that the measuring itself costs little. */
export interface PortalLine {
  get(path: string): Promise<LineAnswer>;
  /** Calls a mutation. */
  mutate(procedure: string, input: unknown): Promise<LineAnswer>;
  close(): void;
}

/** Keeps as many connections open as there are clients. */
export function openPortalLine(api: string, origin: string, cookie: string): PortalLine {
  const agent = new Agent({ keepAlive: true });
  const send = (method: string, path: string, body?: string): Promise<LineAnswer> =>
    new Promise((resolve, reject) => {
      const headers = {
        origin,
        cookie,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      };
      const sent = request(new URL(path, api), { agent, method, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => {
          text += part;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
        answer.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(body);
    });
  return {
    get: (path) => send("GET", path),
    mutate: (procedure, input) =>
      send("POST", `/api/trpc/${procedure}`, JSON.stringify(superjson.serialize(input))),
    close: () => agent.destroy(),
  };
}
