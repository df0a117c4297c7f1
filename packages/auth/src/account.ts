import type { OrganizationKind, Result } from "@evenshare/domain";
import type { Whereabouts } from "./account-trail";
import type { Arrival, SignedIn } from "./arrival";
import type { EmailChange } from "./change-email";
import type { PasswordChange } from "./change-password";
import type { Enrolment, SecondFactorState } from "./manage-second-factor";
import type { OwnSession } from "./own-sessions";
import type { Proof } from "./prove";
import type { NewPassword, SecondFactorProof } from "./requests";
import type { SessionFacts } from "./session-facts";

/**
 * What people do about their own account. Whatever wants the password refuses a wrong one with `password.wrong`, counts
 * it, and refuses too many with `request.too_many`.
 */
export interface Account {
  /** Refused with `link.invalid`, as is everything that follows a link from a mail. */
  verifyEmail(token: string, from: Whereabouts): Promise<Result<{ email: string }>>;
  resendVerification(session: SessionFacts, commandKey: string, from: Whereabouts): Promise<Result<void>>;
  /** Answers the same whether there is an account or not. */
  requestReset(portal: OrganizationKind, email: string, from: Whereabouts): Promise<Result<void>>;
  /** Ends every session of the person, in both portals. */
  resetPassword(portal: OrganizationKind, body: NewPassword, from: Whereabouts): Promise<Result<void>>;
  /** Ends every session of the person and begins a new one here. */
  changePassword(session: SessionFacts, input: PasswordChange, arrival: Arrival): Promise<Result<SignedIn>>;
  changeName(
    session: SessionFacts,
    input: { readonly commandKey: string; readonly name: string },
    from: Whereabouts,
  ): Promise<Result<SessionFacts>>;
  /** Sends a link to the new address; refused with `account.exists`. */
  requestEmailChange(session: SessionFacts, input: EmailChange, from: Whereabouts): Promise<Result<void>>;
  confirmEmail(
    portal: OrganizationKind,
    token: string,
    from: Whereabouts,
  ): Promise<Result<{ email: string }>>;
  /** The way back for an owner who did not change the address. */
  restoreEmail(
    portal: OrganizationKind,
    token: string,
    from: Whereabouts,
  ): Promise<Result<{ email: string }>>;

  /** Proves again who holds the session; what wants a recent proof goes on for a while. */
  reauthenticate(session: SessionFacts, proof: Proof, from: Whereabouts): Promise<Result<void>>;
  readSecondFactor(session: SessionFacts): Promise<SecondFactorState>;
  beginSecondFactor(session: SessionFacts, password: string, from: Whereabouts): Promise<Result<Enrolment>>;
  confirmSecondFactor(
    session: SessionFacts,
    code: string,
    from: Whereabouts,
  ): Promise<Result<{ recoveryCodes: string[] }>>;
  renewRecoveryCodes(
    session: SessionFacts,
    proof: SecondFactorProof,
    from: Whereabouts,
  ): Promise<Result<{ recoveryCodes: string[] }>>;
  endSecondFactor(session: SessionFacts, proof: SecondFactorProof, from: Whereabouts): Promise<Result<void>>;

  listSessions(session: SessionFacts): Promise<OwnSession[]>;
  endSession(
    session: SessionFacts,
    input: { readonly commandKey: string; readonly sessionId: string },
    from: Whereabouts,
  ): Promise<Result<void>>;
  /** Here too: gives the header that takes the cookie back. */
  signOutEverywhere(session: SessionFacts, from: Whereabouts): Promise<Result<{ setCookie: string }>>;

  /** Counts one change by a person; refused with `request.too_many`, and with `limiter.away` when none can be counted. */
  countChange(userId: string): Promise<Result<void>>;
}
