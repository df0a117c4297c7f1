import { z } from "zod";
import type { DataFolder } from "./data-folder";

/** The key under which the development platform lives at the sandbox. */
export const SANDBOX_KEY = "sk_test_evenshare";

const endpointSchema = z.object({ id: z.string(), secret: z.string().optional() });

/** The signing secrets of the two endpoints. */
export interface WebhookSecrets {
  readonly platform: string;
  readonly connect: string;
}

/**
 * Registers the API's two webhook endpoints at the sandbox, once per data folder: later starts only
 * move them to where the API listens now, so that deliveries that are waiting there still verify.
 */
export async function registerWebhooks(
  sandboxUrl: string,
  apiUrl: string,
  folder: DataFolder,
): Promise<WebhookSecrets> {
  const secrets = await folder.readSecrets();
  const platformUrl = `${apiUrl}/webhooks/stripe`;
  const connectUrl = `${apiUrl}/webhooks/stripe-connect`;
  const known = secrets.webhooks;
  if (known) {
    const moved = await Promise.all([
      call(sandboxUrl, `/v1/webhook_endpoints/${known.platformId}`, { url: platformUrl }),
      call(sandboxUrl, `/v1/webhook_endpoints/${known.connectId}`, { url: connectUrl }),
    ]);
    if (moved.every((endpoint) => endpoint !== null)) return known;
  }
  const platform = await create(sandboxUrl, platformUrl, false);
  const connect = await create(sandboxUrl, connectUrl, true);
  await folder.writeSecrets({
    ...secrets,
    webhooks: {
      platformId: platform.id,
      platform: platform.secret,
      connectId: connect.id,
      connect: connect.secret,
    },
  });
  return { platform: platform.secret, connect: connect.secret };
}

async function create(
  sandboxUrl: string,
  url: string,
  connect: boolean,
): Promise<{ id: string; secret: string }> {
  const endpoint = await call(sandboxUrl, "/v1/webhook_endpoints", {
    url,
    connect: String(connect),
    "enabled_events[0]": "*",
  });
  if (!endpoint?.secret) throw new Error(`The Stripe sandbox did not register ${url}.`);
  return { id: endpoint.id, secret: endpoint.secret };
}

/** Null when the sandbox does not know the endpoint (its state was thrown away). */
async function call(
  sandboxUrl: string,
  path: string,
  form: Record<string, string>,
): Promise<z.infer<typeof endpointSchema> | null> {
  const answer = await fetch(sandboxUrl + path, {
    method: "POST",
    headers: { authorization: `Bearer ${SANDBOX_KEY}` },
    body: new URLSearchParams(form),
  });
  const body: unknown = await answer.json();
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`The Stripe sandbox refused ${path}: ${JSON.stringify(body)}`);
  return endpointSchema.parse(body);
}
