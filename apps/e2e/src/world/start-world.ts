import { createSocket } from "node:dgram";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Stack, seedDemo, startStack } from "@evenshare/dev";
import { launchBrowser } from "../browser/launch-browser";
import { serveStack } from "./remote-stack";
import { type WorldFacts, worldFacts } from "./world-facts";

export interface World {
  readonly facts: WorldFacts;
  readonly stack: Stack;
  stop(): Promise<void>;
}

/** The product with its demo data, as built, on ports and in a folder of its own, and a browser beside it. */
export async function startWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "evenshare-e2e-"));
  // PostgreSQL may run under another account than ours.
  await chmod(folder, 0o755);
  const nameServer = await freeAddress();
  const asked = { DNS_SERVERS: nameServer };
  const stack = await startStack({
    dataDir: join(folder, "data"),
    ports: "free",
    portals: "built",
    fresh: true,
    variables: { api: asked, worker: asked },
  });
  try {
    const [, browser] = await Promise.all([seedDemo(stack), launchBrowser(folder)]);
    const control = await serveStack(stack);
    const { urls } = stack;
    return {
      stack,
      facts: worldFacts.parse({
        ...urls,
        nameServer,
        stripeSecretKey: stack.stripeSecretKey,
        browser: browser.wsEndpoint(),
        control: control.url,
      }),
      async stop() {
        control.close();
        await browser.close();
        await stack.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/** A UDP address of this machine that nobody listens at. */
async function freeAddress(): Promise<string> {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { address, port } = socket.address();
  socket.close();
  return `${address}:${port}`;
}
