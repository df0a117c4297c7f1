import { join } from "node:path";
import { portalFolder } from "../production/server-apps";
import { repositoryRoot } from "../repository";
import { allDone } from "./all-done";
import { type Assembly, startProcess } from "./assembly";
import type { StripeAccess } from "./neighbours";
import type { ManifoldService, ServiceName } from "./stack";

/** The variables that the API and the worker share. */
export type ProductVariables = Readonly<Record<string, string>>;

/** Composes the configuration of the product from what runs around it. */
export async function composeVariables(
  { folder, urls }: Assembly,
  databaseUrl: string,
  stripe: StripeAccess,
): Promise<ProductVariables> {
  const secrets = await folder.readSecrets();
  await folder.writeSecrets(secrets);
  return {
    NODE_ENV: "development",
    LOG_LEVEL: "info",
    DATABASE_URL: databaseUrl,
    BRAND_ORIGIN: urls.brand,
    PRODUCER_ORIGIN: urls.producer,
    AUTH_SECRET: secrets.authSecret,
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: stripe.platform,
    STRIPE_CONNECT_WEBHOOK_SECRET: stripe.connect,
    ...(stripe.apiBase ? { STRIPE_API_BASE: stripe.apiBase } : {}),
    SMTP_URL: urls.smtp,
    MAIL_FROM: "Evenshare <no-reply@evenshare.example>",
    DEV_CLOCK_FILE: folder.clockFile,
  };
}

/** Starts the processes of the API, each with one listener for each portal. */
export async function startApis(assembly: Assembly, variables: ProductVariables): Promise<void> {
  const { options, urls } = assembly;
  const built = (side: "brand" | "producer") =>
    options.portals === "built" ? portalFolder(side) : undefined;
  await allDone(
    urls.apis.map(({ brand, producer }, index) =>
      startProcess(assembly, {
        name: nameOfProcess("api", index),
        workspace: "apps/api",
        entry: "src/main.ts",
        env: {
          ...variables,
          BRAND_PORT: new URL(brand).port,
          PRODUCER_PORT: new URL(producer).port,
          BRAND_PORTAL_DIR: built("brand"),
          PRODUCER_PORTAL_DIR: built("producer"),
        },
        healthUrl: `${brand}/health`,
      }),
    ),
  );
}

/** Starts the processes of the worker. */
export async function startWorkers(assembly: Assembly, variables: ProductVariables): Promise<void> {
  await allDone(
    assembly.urls.workers.map((health, index) =>
      startProcess(assembly, {
        name: nameOfProcess("worker", index),
        workspace: "apps/worker",
        entry: "src/main.ts",
        env: { ...variables, WORKER_HEALTH_PORT: new URL(health).port },
        healthUrl: `${health}/health`,
      }),
    ),
  );
}

function nameOfProcess(service: ManifoldService, index: number): ServiceName {
  return index === 0 ? service : `${service}-${index + 1}`;
}

/** Starts Vite's servers for both portals, where those are wanted. */
export async function startPortals(assembly: Assembly): Promise<void> {
  const { options, urls } = assembly;
  if (options.portals !== "vite") return;
  const sides = [
    { name: "brand", url: urls.brand, api: urls.brandApi },
    { name: "producer", url: urls.producer, api: urls.producerApi },
  ] as const;
  await Promise.all(
    sides.map(({ name, url, api }) =>
      startProcess(assembly, {
        name,
        workspace: "apps/dev",
        entry: "src/portal-server.ts",
        env: {
          PORTAL_DIR: join(repositoryRoot, "apps", name),
          PORTAL_PORT: new URL(url).port,
          PORTAL_API_URL: api,
        },
        healthUrl: url,
      }),
    ),
  );
}
