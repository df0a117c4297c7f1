import { resolve } from "node:path";

export interface SandboxEnv {
  port: number;
  /** Folder of the sandbox's state; null keeps it in memory. */
  dataDir: string | null;
  /** File of the development clock; null means a clock of the sandbox's own beside its state. */
  clockFile: string | null;
  publicUrl: string | null;
  seed: string;
}

/** The only reader of the environment. Throws a sentence that names the variable which is wrong. */
export function readEnv(): SandboxEnv {
  const env = process.env;
  if (env.NODE_ENV === "production") {
    throw new Error("The Stripe sandbox is a development tool and does not start with NODE_ENV=production.");
  }
  const port = Number(env.STRIPE_SANDBOX_PORT ?? "12111");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error("STRIPE_SANDBOX_PORT must be a port number (0 chooses a free one).");
  }
  const url = env.STRIPE_SANDBOX_PUBLIC_URL;
  if (url !== undefined && !URL.canParse(url)) throw new Error("STRIPE_SANDBOX_PUBLIC_URL must be a URL.");
  return {
    port,
    dataDir: env.STRIPE_SANDBOX_DATA_DIR ? resolve(env.STRIPE_SANDBOX_DATA_DIR) : null,
    clockFile: env.DEV_CLOCK_FILE ? resolve(env.DEV_CLOCK_FILE) : null,
    publicUrl: url?.replace(/\/+$/, "") ?? null,
    seed: env.STRIPE_SANDBOX_SEED ?? "evenshare",
  };
}

/** How many random steps the property test takes: 1,500, or `STRIPE_SANDBOX_STEPS` for the long form (10,000). */
export function readPropertySteps(): number {
  return Number(process.env.STRIPE_SANDBOX_STEPS ?? "1500");
}
