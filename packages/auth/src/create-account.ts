import { type OrganizationKind, ok, type Result } from "@evenshare/domain";
import type { Account } from "./account";
import type { SignedIn } from "./arrival";
import type { AuthParts } from "./auth-parts";
import { confirmEmail, requestEmailChange, restoreEmail } from "./change-email";
import { changeName } from "./change-name";
import { changePassword } from "./change-password";
import { expiredCookie } from "./cookie";
import type { Limit } from "./limits";
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  readSecondFactor,
  renewRecoveryCodes,
} from "./manage-second-factor";
import { endOwnSession, listSessions, signOutEverywhere } from "./own-sessions";
import { reauthenticate } from "./prove";
import { requestReset, resetPassword } from "./reset-password";
import type { SessionFacts } from "./session-facts";
import { resendVerification, verifyEmail } from "./verify-email";

/** What the account needs of sign-in beside the shared parts. */
export interface AccountHands {
  /** Hands a session that has just begun to the browser. */
  hand(portal: OrganizationKind, begun: Result<{ sessionToken: string }>): Promise<Result<SignedIn>>;
  /** The session as it is after a change. */
  again(session: SessionFacts): Promise<SessionFacts>;
}

/** Ties the parts of one's own account together. */
export function createAccount(parts: AuthParts, { hand, again }: AccountHands, changes: Limit): Account {
  return {
    verifyEmail: (token, from) => verifyEmail(parts, token, from),
    resendVerification: (session, commandKey, from) => resendVerification(parts, session, commandKey, from),
    requestReset: (portal, email, from) => requestReset(parts, portal, email, from),
    resetPassword: (portal, body, from) => resetPassword(parts, portal, body, from),
    changePassword: async (session, input, arrival) =>
      hand(session.portal, await changePassword(parts, session, input, arrival)),
    changeName: async (session, input, from) => {
      const changed = await changeName(parts, session, input, from);
      return changed.ok ? ok(await again(session)) : changed;
    },
    requestEmailChange: (session, input, from) => requestEmailChange(parts, session, input, from),
    confirmEmail: (portal, token, from) => confirmEmail(parts, portal, token, from),
    restoreEmail: (portal, token, from) => restoreEmail(parts, portal, token, from),
    reauthenticate: (session, proof, from) => reauthenticate(parts, session, proof, from),
    readSecondFactor: (session) => readSecondFactor(parts, session),
    beginSecondFactor: (session, password, from) => beginSecondFactor(parts, session, password, from),
    confirmSecondFactor: (session, code, from) => confirmSecondFactor(parts, session, code, from),
    renewRecoveryCodes: (session, proof, from) => renewRecoveryCodes(parts, session, proof, from),
    endSecondFactor: (session, proof, from) => endSecondFactor(parts, session, proof, from),
    listSessions: (session) => listSessions(parts, session),
    endSession: (session, input, from) => endOwnSession(parts, session, input, from),
    signOutEverywhere: async (session, from) => {
      const ended = await signOutEverywhere(parts, session, from);
      return ended.ok ? ok({ setCookie: expiredCookie(session.portal) }) : ended;
    },
    countChange: (userId) => parts.limiter.take(changes, userId),
  };
}
