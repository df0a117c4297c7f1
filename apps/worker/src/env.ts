import { z } from "zod";

const origin = z.url({ protocol: /^https?$/ });
const port = z.coerce.number().int().min(0).max(65_535);

const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  /** How many operations one worker carries out at a time. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
  /** A worker that dies gives its operations back after this long. Longer than any single call to the payment provider. */
  WORKER_LEASE_SECONDS: z.coerce.number().int().min(1).max(600).default(30),
  WORKER_HEALTH_PORT: port.default(0),
  HOST: z.string().default("127.0.0.1"),
  BRAND_ORIGIN: origin,
  PRODUCER_ORIGIN: origin,
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().min(3),
  MAIL_REPLY_TO: z.string().optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  STRIPE_CONNECT_WEBHOOK_SECRET: z.string().min(1),
  STRIPE_API_BASE: z.url().optional(),
  PLATFORM_FEE_BP: z.coerce.number().int().min(0).max(2_000).default(500),
  DEV_CLOCK_FILE: z.string().optional(),
  FAULT_POINT: z.string().optional(),
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
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? misplaced(parsed.data)
    : parsed.error.issues.map(({ path, message }) => {
        const name = path.join(".");
        return given[name] === undefined ? `${name} is missing` : `${name} ${message}`;
      });
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new Error(`the worker cannot start:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
}

/** A clock that can be moved and faults on purpose have no place in production. */
function misplaced(env: Environment): string[] {
  if (env.NODE_ENV !== "production") return [];
  const problems: string[] = [];
  if (env.DEV_CLOCK_FILE !== undefined) problems.push("DEV_CLOCK_FILE is for development only");
  if (env.FAULT_POINT !== undefined) problems.push("FAULT_POINT is for the crash harness only");
  return problems;
}
