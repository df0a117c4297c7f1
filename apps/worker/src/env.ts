import { createPrivateKey } from "node:crypto";
import { port, readVariables, senderVariables, serverVariables } from "@evenshare/runtime";
import { z } from "zod";

const schema = serverVariables.extend({
  /** How many operations one worker carries out at a time. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
  /** A worker that dies gives its operations back after this long. Longer than any single call to the payment provider. */
  WORKER_LEASE_SECONDS: z.coerce.number().int().min(1).max(600).default(30),
  WORKER_HEALTH_PORT: port.default(0),
  ...senderVariables.shape,
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_REPLY_TO: z.string().optional(),
  /** Where whoever runs the platform is told of holds and alarms. */
  OPERATOR_EMAIL: z.email().optional(),
  /** The key that signs the platform's own mails: all three or none. */
  MAIL_DKIM_DOMAIN: z.string().optional(),
  MAIL_DKIM_SELECTOR: z.string().optional(),
  /** PEM; line breaks may be written as `\\n`. */
  MAIL_DKIM_PRIVATE_KEY: z
    .string()
    .transform((text) => text.replaceAll("\\n", "\n"))
    .refine(isPrivateKey, { error: "is not an RSA private key in PEM form" })
    .optional(),
});

export type Environment = z.output<typeof schema>;

/**
 * The environment of this process, checked.
 *
 * @throws Error that names every variable that is missing or wrong, and in production each that has no place there.
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  return readVariables("worker", schema, variables, incompleteKey);
}

/** The platform's key, when one is given. */
export function dkimKeyOf(env: Environment) {
  const { MAIL_DKIM_DOMAIN: domain, MAIL_DKIM_SELECTOR: selector, MAIL_DKIM_PRIVATE_KEY: privateKey } = env;
  return domain === undefined || selector === undefined || privateKey === undefined
    ? undefined
    : { domain, selector, privateKey };
}

/** A part of the key alone is a mistake: the mails would go out unsigned. */
function incompleteKey(env: Environment): string[] {
  const names = ["MAIL_DKIM_DOMAIN", "MAIL_DKIM_SELECTOR", "MAIL_DKIM_PRIVATE_KEY"] as const;
  const missing = names.filter((name) => env[name] === undefined);
  return missing.length === names.length ? [] : missing.map((name) => `${name} is missing beside the others`);
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === "rsa";
  } catch {
    return false;
  }
}
