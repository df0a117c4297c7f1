import { createAuth } from "@evenshare/auth";
import { listenForChanges } from "@evenshare/database";
import { createReceiptRenderer, createStatementFiles } from "@evenshare/documents";
import { createLog, createSeal, openSender, openServer, systemClock } from "@evenshare/runtime";
import type { Environment } from "./env";
import { createLiveHub } from "./live/hub";
import { watchClock } from "./live/watch-clock";
import type { Services } from "./services";

export interface Composition {
  readonly services: Services;
  close(): Promise<void>;
}

/** Puts the API together from its environment. Nothing here waits: a database that is away is found out by requests. */
export function compose(env: Environment): Composition {
  const log = createLog(env.LOG_LEVEL);
  const server = openServer({
    database: { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE },
    payments: {
      secretKey: env.STRIPE_SECRET_KEY,
      apiBase: env.STRIPE_API_BASE,
      platformWebhookSecret: env.STRIPE_WEBHOOK_SECRET,
      connectWebhookSecret: env.STRIPE_CONNECT_WEBHOOK_SECRET,
    },
    product: {
      brandOrigin: env.BRAND_ORIGIN,
      producerOrigin: env.PRODUCER_ORIGIN,
      platformFeeBp: env.PLATFORM_FEE_BP,
    },
    devClockFile: env.DEV_CLOCK_FILE,
    faultPoint: env.FAULT_POINT,
  });
  const deps = { ...server.deps, ...openSender(env) };
  const auth = createAuth({
    secret: env.AUTH_SECRET,
    seal: createSeal(env.AUTH_SECRET, "secondFactor"),
    origins: { brand: env.BRAND_ORIGIN, producer: env.PRODUCER_ORIGIN },
    pool: deps.database.auth.pool,
    // Moving the development clock by a fortnight is no reason to sign everybody out.
    now: () => systemClock.now(),
    warn: (message) => log.warn({ from: "auth" }, message),
    recentMs: env.REAUTHENTICATE_AFTER_SECONDS * 1_000,
    changesPerMinute: env.CHANGES_PER_MINUTE,
  });
  const live = createLiveHub();
  const listener = listenForChanges(env.DATABASE_URL, {
    changed: (organizationIds, event) => live.publish(organizationIds, event),
    connected: () => live.refreshAll(),
    troubled: (problem) => log.warn({ err: problem }, "cannot listen for changes"),
  });
  const clockWatch =
    env.DEV_CLOCK_FILE === undefined ? null : watchClock(deps.clock, systemClock, () => live.refreshAll());
  return {
    services: {
      deps,
      auth,
      live,
      log,
      renderReceipt: createReceiptRenderer(),
      drawStatement: createStatementFiles(),
    },
    async close() {
      clockWatch?.close();
      await listener.close();
      await server.close();
    },
  };
}
