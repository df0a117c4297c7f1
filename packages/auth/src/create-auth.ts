import { type OrganizationKind, ok, type Result } from "@evenshare/domain";
import type { Auth, SignedIn } from "./auth";
import { createPortalAuth } from "./better-auth";
import { expiredCookie, readToken, sessionCookie } from "./cookie";
import { acceptHandover, beginHandover } from "./handover";
import { signUpInvited } from "./invited-sign-up";
import { activateOrganization, createOrganization, listMemberships } from "./organizations";
import type { SessionFacts } from "./session-facts";
import { endSession, findSession, type SessionKey } from "./sessions";
import { type AuthSettings, otherPortal } from "./settings";
import { signInWithPassword, signUpWithPassword } from "./sign-in";

/** Sign-in over the given connections. Holds no state of its own: any number of processes may do this side by side. */
export function createAuth(settings: AuthSettings): Auth {
  const { pool, secret, now, origins } = settings;
  const portals = {
    brand: createPortalAuth(settings, "brand"),
    producer: createPortalAuth(settings, "producer"),
  };

  async function mustFind(portal: OrganizationKind, key: SessionKey): Promise<SessionFacts> {
    const session = await findSession(pool, portal, key, now());
    if (session === null) throw new Error("a session that was alive a moment ago has ended");
    return session;
  }

  async function hand(
    portal: OrganizationKind,
    begun: Result<{ sessionToken: string }>,
  ): Promise<Result<SignedIn>> {
    if (!begun.ok) return begun;
    const { sessionToken: token } = begun.value;
    return ok({
      session: await mustFind(portal, { token }),
      setCookie: sessionCookie(portal, token, secret),
    });
  }

  return {
    signUp: async (portal, body, arrival) =>
      hand(portal, await signUpWithPassword(portals[portal], pool, body, arrival)),
    signUpInvited: async (portal, person, arrival) =>
      hand(portal, await signUpInvited(portals[portal], pool, portal, person, arrival, now())),
    signIn: async (portal, body, arrival) =>
      hand(portal, await signInWithPassword(portals[portal], pool, body, arrival)),
    signOut: async (portal, cookieHeader) => {
      const token = readToken(portal, cookieHeader, secret);
      if (token !== null) await endSession(pool, portal, { token });
      return { setCookie: expiredCookie(portal) };
    },
    readSession: async (portal, cookieHeader) => {
      const token = readToken(portal, cookieHeader, secret);
      return token === null ? null : findSession(pool, portal, { token }, now());
    },
    listMemberships: (userId) => listMemberships(pool, userId),
    createOrganization: async (session, input) => {
      const created = await createOrganization(pool, session, input, now());
      return created.ok ? ok(await mustFind(session.portal, { id: session.sessionId })) : created;
    },
    switchOrganization: async (session, organizationId) => {
      const switched = await activateOrganization(pool, session, organizationId);
      return switched.ok ? ok(await mustFind(session.portal, { id: session.sessionId })) : switched;
    },
    beginHandover: async (session, organizationId) => {
      const begun = await beginHandover(pool, session, organizationId, now());
      if (!begun.ok) return begun;
      const url = new URL("/handover", origins[otherPortal(session.portal)]);
      url.searchParams.set("token", begun.value.token);
      return ok({ url: url.href });
    },
    acceptHandover: async (portal, token, arrival) =>
      hand(portal, await acceptHandover(pool, portal, token, arrival, now())),
  };
}
