import { isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * The address of the client. Behind `trustedProxies` reverse proxies of our own it is the entry the outermost of them
 * added to X-Forwarded-For; everything left of that a client may have made up, and without proxies all of it.
 */
export function clientAddress(c: Context, trustedProxies: number): string | null {
  if (trustedProxies > 0) {
    const hops = (c.req.header("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
    const claimed = hops.at(-trustedProxies);
    return claimed !== undefined && isIP(claimed) !== 0 ? claimed : null;
  }
  return getConnInfo(c).remote.address ?? null;
}
