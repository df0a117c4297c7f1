import { z } from "zod";

export const port = z.coerce.number().int().min(0).max(65_535);

const origin = z.url({ protocol: /^https?$/ }).refine((text) => new URL(text).origin === text, {
  error: "is an origin, such as https://brand.example.com, without a path or a slash at the end",
});

/** The variables that every process of the server reads; each adds its own. */
export const serverVariables = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connections of the application's pool. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  HOST: z.string().default("127.0.0.1"),
  /** Where browsers find the portals. */
  BRAND_ORIGIN: origin,
  PRODUCER_ORIGIN: origin,
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  STRIPE_SECRET_KEY: z.string().min(1),
  STRIPE_WEBHOOK_SECRET: z.string().min(1),
  STRIPE_CONNECT_WEBHOOK_SECRET: z.string().min(1),
  /** Where the payment provider is spoken to, if not at its own address. */
  STRIPE_API_BASE: z.url().optional(),
  /** The platform's fee on new agreements while the operator has set none, in basis points. */
  PLATFORM_FEE_BP: z.coerce.number().int().min(0).max(2_000).default(500),
  /** The development clock's file. */
  DEV_CLOCK_FILE: z.string().optional(),
  /** Names the fault point at which the crash harness ends this process. */
  FAULT_POINT: z.string().optional(),
});

export type ServerVariables = z.output<typeof serverVariables>;

/**
 * Reads variables by a schema; an empty one counts as missing.
 *
 * @throws Error that names every variable that is missing or wrong, and in production each that has no place there.
 */
export function readVariables<V extends ServerVariables>(
  program: string,
  schema: z.ZodType<V>,
  variables: Readonly<Record<string, string | undefined>>,
  alsoWrong: (env: V) => readonly string[] = () => [],
): V {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? [...misplaced(parsed.data), ...alsoWrong(parsed.data)]
    : parsed.error.issues.map(({ path, message }) => {
        const name = path.join(".");
        return given[name] === undefined ? `${name} is missing` : `${name} ${message}`;
      });
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new Error(
    `the ${program} cannot start:\n${[...problems]
      .sort()
      .map((problem) => `  ${problem}`)
      .join("\n")}`,
  );
}

/** What has no place in production: a clock that can be moved, faults on purpose, a payment provider that is not one. */
function misplaced(env: ServerVariables): string[] {
  const problems: string[] = [];
  if (env.BRAND_ORIGIN === env.PRODUCER_ORIGIN)
    problems.push("BRAND_ORIGIN and PRODUCER_ORIGIN are the same");
  if (env.NODE_ENV !== "production") return problems;
  if (env.DEV_CLOCK_FILE !== undefined) problems.push("DEV_CLOCK_FILE is for development only");
  if (env.FAULT_POINT !== undefined) problems.push("FAULT_POINT is for the crash harness only");
  if (env.STRIPE_API_BASE !== undefined && !isStripe(env.STRIPE_API_BASE)) {
    problems.push("STRIPE_API_BASE is not Stripe's own host");
  }
  return problems;
}

function isStripe(base: string): boolean {
  const { protocol, hostname } = new URL(base);
  return protocol === "https:" && hostname === "api.stripe.com";
}
