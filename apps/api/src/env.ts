import { port, readVariables, senderVariables, serverVariables } from "@evenshare/runtime";
import { z } from "zod";

const schema = serverVariables.extend({
  ...senderVariables.shape,
  BRAND_PORT: port,
  PRODUCER_PORT: port,
  /** The built portals. Left out while a development server serves them. */
  BRAND_PORTAL_DIR: z.string().optional(),
  PRODUCER_PORTAL_DIR: z.string().optional(),
  /** How many reverse proxies of your own stand before this server. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** For how long a proof of who somebody is counts as recent; money, members and bank details want one. */
  REAUTHENTICATE_AFTER_SECONDS: z.coerce.number().int().min(1).max(86_400).default(900),
  /** How many changes one person may make in a minute, and at once. */
  CHANGES_PER_MINUTE: z.coerce.number().int().min(1).max(10_000_000).default(600),
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
  return readVariables("API", schema, variables, missingPortals);
}

/** In production no development server serves the portals. */
function missingPortals(env: Environment): string[] {
  if (env.NODE_ENV !== "production") return [];
  const names = ["BRAND_PORTAL_DIR", "PRODUCER_PORTAL_DIR"] as const;
  return names.filter((name) => env[name] === undefined).map((name) => `${name} is missing`);
}
