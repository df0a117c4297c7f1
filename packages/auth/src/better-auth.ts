import { randomUUID } from "node:crypto";
import type { OrganizationKind } from "@evenshare/domain";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { organization } from "better-auth/plugins";
import { cookieAttributes, cookieName } from "./cookie";
import { type AuthSettings, absoluteMs } from "./settings";

/** The header in which `handle` tells Better Auth where a request came from; whatever a client sent under it is dropped. */
export const clientAddressHeader = "x-evenshare-client-address";

/**
 * Better Auth for one portal. Both portals share its tables; what keeps them apart is the cookie's name and the portal
 * written into each session. Its endpoints are not served as they are: `handle` lets through what the product offers.
 */
export function createPortalAuth(settings: AuthSettings, portal: OrganizationKind) {
  const { now } = settings;
  return betterAuth({
    appName: "Evenshare",
    baseURL: settings.origins[portal],
    basePath: "/api/auth",
    secret: settings.secret,
    trustedOrigins: [settings.origins[portal]],
    database: prismaAdapter(settings.prisma, { provider: "postgresql", transaction: true }),
    emailAndPassword: { enabled: true, autoSignIn: true, minPasswordLength: 10, maxPasswordLength: 128 },
    session: {
      expiresIn: absoluteMs / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { portal: { type: "string", required: true, input: false } },
    },
    advanced: {
      cookiePrefix: cookieName(portal),
      cookies: { session_token: { name: cookieName(portal), attributes: cookieAttributes } },
      defaultCookieAttributes: cookieAttributes,
      useSecureCookies: false,
      disableCSRFCheck: false,
      disableOriginCheck: false,
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    databaseHooks: {
      session: {
        create: {
          // Better Auth takes the time from the system; a session's times are the injected clock's.
          before: async (session) => {
            const at = now();
            const expiresAt = new Date(at.getTime() + absoluteMs);
            return { data: { ...session, portal, createdAt: at, updatedAt: at, expiresAt } };
          },
        },
      },
    },
    plugins: [
      organization({
        allowUserToCreateOrganization: false,
        creatorRole: "owner",
        schema: {
          organization: {
            additionalFields: {
              kind: { type: "string", required: true, input: false },
              country: { type: "string", required: true },
              timeZone: { type: "string", required: true },
            },
          },
        },
      }),
    ],
    // Throttling belongs to the database, where all instances see it; counting per process would only pretend.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "warn", log: (_level, message) => settings.warn(message) },
    onAPIError: { throw: true },
  });
}

export type PortalAuth = ReturnType<typeof createPortalAuth>;
