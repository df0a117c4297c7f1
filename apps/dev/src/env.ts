import { z } from "zod";
import type { External } from "./stack/stack";

/** The environment of a tool or child process: ours, no telemetry, and what is added (`undefined` removes). */
export function childEnv(added: Readonly<Record<string, string | undefined>> = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    CHECKPOINT_DISABLE: "1",
    ...added,
  };
}

/** The database server to use instead of an embedded one, if one is configured. */
export function configuredDatabaseUrl(): string | null {
  return process.env.DATABASE_URL || null;
}

const portal = z.object({
  PORTAL_DIR: z.string().min(1),
  PORTAL_PORT: z.coerce.number().int(),
  PORTAL_API_URL: z.url(),
});

/** The settings of a portal's development server. */
export function readPortalEnv(): z.infer<typeof portal> {
  return portal.parse(process.env);
}

const settings = z.object({
  EVENSHARE_DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.string().min(1).optional(),
  STRIPE_SECRET_KEY: z.string().min(1).optional(),
  STRIPE_WEBHOOK_SECRET: z.string().min(1).optional(),
  STRIPE_CONNECT_WEBHOOK_SECRET: z.string().min(1).optional(),
  SMTP_URL: z.string().min(1).optional(),
});

/** What takes the place of the embedded defaults of `dev`, each by one variable (Stripe's webhooks want theirs too). */
export function readDevSettings(variables: NodeJS.ProcessEnv = process.env): {
  readonly dataDir: string | null;
  readonly external: External;
} {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const env = settings.parse(given);
  return {
    dataDir: env.EVENSHARE_DATA_DIR ?? null,
    external: { databaseUrl: env.DATABASE_URL, smtpUrl: env.SMTP_URL, stripe: readStripe(env) },
  };
}

function readStripe(env: z.infer<typeof settings>): External["stripe"] {
  if (!env.STRIPE_SECRET_KEY) return undefined;
  const missing = (["STRIPE_WEBHOOK_SECRET", "STRIPE_CONNECT_WEBHOOK_SECRET"] as const).filter(
    (name) => !env[name],
  );
  if (missing.length > 0) {
    throw new Error(
      `With STRIPE_SECRET_KEY set, ${missing.join(" and ")} must be too: \`stripe listen\` prints one.`,
    );
  }
  return {
    secretKey: env.STRIPE_SECRET_KEY,
    webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? "",
    connectWebhookSecret: env.STRIPE_CONNECT_WEBHOOK_SECRET ?? "",
  };
}

/** The environment of the built product: as given, in production mode, with our own portals unless others are named. */
export function productionEnv(portals: {
  readonly brand: string;
  readonly producer: string;
}): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "production",
    BRAND_PORTAL_DIR: portals.brand,
    PRODUCER_PORTAL_DIR: portals.producer,
    ...process.env,
  };
}
