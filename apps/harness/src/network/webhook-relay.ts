import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

/** A webhook as the provider sent it. */
export interface Webhook {
  readonly path: string;
  readonly body: string;
}

export interface WebhookRelay {
  readonly origin: string;
  close(): Promise<void>;
}

/** Stands where the provider sends its webhooks; what it takes is acknowledged at once and goes on as `take` wishes. */
export async function openWebhookRelay(take: (webhook: Webhook) => void): Promise<WebhookRelay> {
  const server = createServer(async (request, response) => {
    take({ path: request.url ?? "", body: await text(request) });
    response.end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the relay listens nowhere");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
