import { createPostgresService } from "../processes/postgres-service";
import { type Assembly, startProcess, startService } from "./assembly";
import { bringUpToDate, ensureDatabase } from "./database";
import { PREFERRED_POSTGRES_PORT } from "./ports";
import { registerWebhooks, SANDBOX_KEY, type WebhookSecrets } from "./webhooks";

/** How the product speaks to Stripe. */
export interface StripeAccess extends WebhookSecrets {
  readonly secretKey: string;
  /** Undefined: Stripe's own. */
  readonly apiBase: string | undefined;
}

/** Starts PostgreSQL unless one is given, and brings the database up to date; answers its connection string. */
export async function startDatabase(assembly: Assembly): Promise<string> {
  const { options, folder } = assembly;
  const given = options.external?.databaseUrl;
  if (given) {
    await bringUpToDate(given);
    return given;
  }
  const postgres = createPostgresService({
    dataDir: folder.postgres,
    ...(options.ports === "preferred" ? { port: PREFERRED_POSTGRES_PORT } : {}),
    postgresFlags: options.postgresFlags ?? [],
    keepAlive: options.keepAlive ?? false,
    ...(options.onNote ? { onNote: options.onNote } : {}),
  });
  await startService(assembly, "postgres", postgres);
  const url = await ensureDatabase(postgres.url());
  await bringUpToDate(url);
  return url;
}

/** Starts the sandbox unless an account at Stripe is given, and registers the API's webhooks there. */
export async function startStripe(assembly: Assembly): Promise<StripeAccess> {
  const { options, folder, ports, urls } = assembly;
  const given = options.external?.stripe;
  if (given || urls.sandbox === null) {
    if (!given) throw new Error("Neither a Stripe account nor a sandbox.");
    const { secretKey, webhookSecret, connectWebhookSecret } = given;
    return { secretKey, apiBase: undefined, platform: webhookSecret, connect: connectWebhookSecret };
  }
  await startProcess(assembly, {
    name: "sandbox",
    workspace: "packages/stripe-sandbox",
    entry: "src/main.ts",
    env: {
      NODE_ENV: "development",
      STRIPE_SANDBOX_PORT: String(ports.portOf("the Stripe sandbox")),
      STRIPE_SANDBOX_DATA_DIR: folder.sandbox,
      STRIPE_SANDBOX_PUBLIC_URL: urls.sandbox,
      DEV_CLOCK_FILE: folder.clockFile,
    },
    healthUrl: urls.sandbox,
  });
  const secrets = await registerWebhooks(urls.sandbox, urls.brandApi, folder);
  return { secretKey: SANDBOX_KEY, apiBase: urls.sandbox, ...secrets };
}

/** Starts the inbox unless mail goes elsewhere. */
export async function startInbox(assembly: Assembly): Promise<void> {
  const { folder, ports, urls } = assembly;
  if (urls.inbox === null) return;
  await startProcess(assembly, {
    name: "inbox",
    workspace: "packages/mail-inbox",
    entry: "src/main.ts",
    env: {
      MAIL_INBOX_SMTP_PORT: String(ports.portOf("the mailbox (SMTP)")),
      MAIL_INBOX_HTTP_PORT: new URL(urls.inbox).port,
      MAIL_INBOX_DATA_DIR: folder.mail,
    },
    healthUrl: `${urls.inbox}/health`,
  });
}
