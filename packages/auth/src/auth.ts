import type { OrganizationKind, Result } from "@evenshare/domain";
import type { Account } from "./account";
import type { Arrival, SignedIn } from "./arrival";
import type { SecondStep, SignIn, SignUp } from "./requests";
import type { Membership, SessionFacts } from "./session-facts";

export interface NewOrganization {
  /** One per click: the same key again gives the same organization. */
  readonly commandKey: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** Sign-in for both portals. They share people and organizations and nothing else. */
export interface Auth {
  /** What people do about their own account. */
  readonly account: Account;
  /** Refused with `account.exists`. */
  signUp(portal: OrganizationKind, body: SignUp, arrival: Arrival): Promise<Result<SignedIn>>;
  /** For whoever holds the link of an invitation to this address, which so counts as confirmed. Refused with `account.exists`. */
  signUpInvited(portal: OrganizationKind, person: SignUp, arrival: Arrival): Promise<Result<SignedIn>>;
  /**
   * Refused with `credentials.invalid`, whether the account exists or not. Where a second factor is on, no session begins
   * yet: the challenge does it together with a code.
   */
  signIn(
    portal: OrganizationKind,
    body: SignIn,
    arrival: Arrival,
  ): Promise<Result<SignedIn | { readonly challenge: string }>>;
  /** Refused with `second_factor.code_invalid`, and with `link.invalid` when the challenge is used or too old. */
  signInWithCode(portal: OrganizationKind, body: SecondStep, arrival: Arrival): Promise<Result<SignedIn>>;
  /** Ends the session that the cookie names, if any, and gives the header that takes the cookie back. */
  signOut(portal: OrganizationKind, cookieHeader: string | null): Promise<{ readonly setCookie: string }>;
  /** Who holds the portal's cookie; null when nobody, or when the session is over. One query. */
  readSession(portal: OrganizationKind, cookieHeader: string | null): Promise<SessionFacts | null>;
  /** Every organization of a person, of both kinds, oldest first. */
  listMemberships(userId: string): Promise<Membership[]>;
  /** Creates an organization of the portal's kind; the caller becomes its owner and acts for it from now on. */
  createOrganization(session: SessionFacts, input: NewOrganization): Promise<Result<SessionFacts>>;
  /** Acts for another organization of the portal's kind. One that is not the caller's does not exist. */
  switchOrganization(session: SessionFacts, organizationId: string): Promise<Result<SessionFacts>>;
  /** The address in the other portal that signs the caller in there, once, within sixty seconds. */
  beginHandover(session: SessionFacts, organizationId: string | null): Promise<Result<{ url: string }>>;
  /** Refused with `handover.invalid` when the token is unknown, used, old, or meant for the other portal. */
  acceptHandover(portal: OrganizationKind, token: string, arrival: Arrival): Promise<Result<SignedIn>>;
}
