import { type OrganizationKind, ok, type Result } from "@evenshare/domain";
import type { SignedIn } from "./arrival";
import type { Auth } from "./auth";
import { expiredCookie, readToken, sessionCookie } from "./cookie";
import { createAccount } from "./create-account";
import { followLink } from "./follow-link";
import { acceptHandover, beginHandover } from "./handover";
import { signUpInvited } from "./invited-sign-up";
import { createLimiter } from "./limits";
import { activateOrganization, createOrganization, listMemberships } from "./organizations";
import type { SessionFacts } from "./session-facts";
import { endSession, findSession, type SessionKey } from "./sessions";
import { type AuthSettings, defaultChangesPerMinute, defaultRecentMs, otherPortal } from "./settings";
import { signInWithCode, signInWithPassword } from "./sign-in";
import { signUpWithPassword } from "./sign-up";

/** Sign-in over the given connections. Holds no state of its own: any number of processes may do this side by side. */
export function createAuth(settings: AuthSettings): Auth {
  const { pool, secret, seal, now, origins, warn } = settings;
  const { recentMs = defaultRecentMs, changesPerMinute = defaultChangesPerMinute } = settings;
  const parts = { pool, now, limiter: createLimiter(pool, warn), seal };
  const changes = { name: "changes", burst: changesPerMinute, everyMs: Math.ceil(60_000 / changesPerMinute) };

  async function mustFind(portal: OrganizationKind, key: SessionKey): Promise<SessionFacts> {
    const session = await findSession(pool, portal, key, now(), recentMs);
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
    account: createAccount(
      parts,
      { hand, again: ({ portal, sessionId }) => mustFind(portal, { id: sessionId }) },
      changes,
    ),
    signUp: async (portal, body, arrival) =>
      hand(portal, await signUpWithPassword(parts, portal, body, arrival)),
    signUpInvited: async (portal, person, arrival) =>
      hand(portal, await signUpInvited(parts, portal, person, arrival)),
    signIn: async (portal, body, arrival) => {
      const first = await signInWithPassword(parts, portal, body, arrival);
      if (!first.ok) return first;
      return "challenge" in first.value ? ok(first.value) : hand(portal, ok(first.value));
    },
    signInWithCode: async (portal, body, arrival) =>
      hand(portal, await signInWithCode(parts, portal, body, arrival)),
    signOut: async (portal, cookieHeader) => {
      const token = readToken(portal, cookieHeader, secret);
      if (token !== null) await endSession(pool, portal, { token });
      return { setCookie: expiredCookie(portal) };
    },
    readSession: async (portal, cookieHeader) => {
      const token = readToken(portal, cookieHeader, secret);
      return token === null ? null : findSession(pool, portal, { token }, now(), recentMs);
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
      hand(
        portal,
        await followLink(parts.limiter, arrival.ip, () =>
          acceptHandover(pool, portal, token, arrival, now()),
        ),
      ),
  };
}
