import type { MiddlewareHandler } from "hono";

/** Everything a page loads comes from its own portal; no inline script or style, no frames, no plug-ins. */
const pagePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** For downloads: should a browser render one after all, nothing in it runs and nothing is loaded. */
export const downloadPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Puts the security headers on every answer that has not set its own. HSTS only where the portal is served by TLS. */
export function securityHeaders(origin: string): MiddlewareHandler {
  const always = [
    ["x-content-type-options", "nosniff"],
    ["x-frame-options", "DENY"],
    ["referrer-policy", "same-origin"],
    ["cross-origin-opener-policy", "same-origin"],
    ["cross-origin-resource-policy", "same-origin"],
    ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()"],
    ...(origin.startsWith("https:")
      ? [["strict-transport-security", "max-age=31536000; includeSubDomains"]]
      : []),
  ] as const;
  return async (c, next) => {
    await next();
    for (const [name, value] of always) if (name !== undefined) c.res.headers.set(name, value ?? "");
    if (!c.res.headers.has("content-security-policy"))
      c.res.headers.set("content-security-policy", pagePolicy);
    if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
  };
}
