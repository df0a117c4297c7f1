import { port, readVariables, serverVariables } from "@evenshare/runtime";
import { z } from "zod";

const schema = serverVariables.extend({
  /** How many operations one worker carries out at a time. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
  /** A worker that dies gives its operations back after this long. Longer than any single call to the payment provider. */
  WORKER_LEASE_SECONDS: z.coerce.number().int().min(1).max(600).default(30),
  WORKER_HEALTH_PORT: port.default(0),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().min(3),
  MAIL_REPLY_TO: z.string().optional(),
  /** Where whoever runs the platform is told of holds and alarms. */
  OPERATOR_EMAIL: z.email().optional(),
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
  return readVariables("worker", schema, variables);
}
