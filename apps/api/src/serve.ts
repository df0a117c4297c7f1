import { compose } from "./compose";
import type { Environment } from "./env";
import { type Listener, listen } from "./server/listen";
import { createPortalApp } from "./server/portal-app";

export interface RunningApi {
  readonly brandPort: number;
  readonly producerPort: number;
  /** Lets running requests finish for `graceMs`, then ends everything. */
  close(graceMs: number): Promise<void>;
}

/** Serves both portals, each on a listener of its own, over the same services. */
export async function serve(env: Environment): Promise<RunningApi> {
  const { services, close } = compose(env);
  const listeners: Listener[] = [];
  const common = { trustedProxies: env.TRUSTED_PROXIES };
  const portals = [
    {
      portal: "brand",
      origin: env.BRAND_ORIGIN,
      folder: env.BRAND_PORTAL_DIR ?? null,
      ...common,
      port: env.BRAND_PORT,
    },
    {
      portal: "producer",
      origin: env.PRODUCER_ORIGIN,
      folder: env.PRODUCER_PORTAL_DIR ?? null,
      ...common,
      port: env.PRODUCER_PORT,
    },
  ] as const;

  async function closeAll(graceMs: number): Promise<void> {
    services.live.close();
    await Promise.all(listeners.map((listener) => listener.close(graceMs)));
    await close();
  }

  try {
    for (const { port, ...options } of portals) {
      listeners.push(await listen(createPortalApp(services, options), port, env.HOST));
    }
  } catch (error) {
    await closeAll(0);
    throw error;
  }
  const [brandPort = 0, producerPort = 0] = listeners.map((listener) => listener.port);
  services.log.info({ brandPort, producerPort }, "the API is listening");
  return { brandPort, producerPort, close: closeAll };
}
