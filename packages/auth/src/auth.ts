import type { OrganizationKind, Result } from "@evenshare/domain";
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

export interface Arrival {
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** The session that the browser held in this portal until now; it ends. */
  readonly replaces: SessionFacts | null;
}

/** Sign-in for both portals. They share people and organizations and nothing else. */
export interface Auth {
  /** Answers a request under `/api/auth/`: sign-up, sign-in, sign-out. */
  handle(portal: OrganizationKind, request: Request): Promise<Response>;
  /** Who holds the portal's cookie; null when nobody, or when the session is over. */
  readSession(portal: OrganizationKind, cookieHeader: string | null): Promise<SessionFacts | null>;
  /** Every organization of a person, of both kinds, oldest first. */
  listMemberships(userId: string): Promise<Membership[]>;
  /** Creates an organization of the portal's kind; the caller becomes its owner and acts for it from now on. */
  createOrganization(session: SessionFacts, input: NewOrganization): Promise<Result<SessionFacts>>;
  switchOrganization(session: SessionFacts, organizationId: string): Promise<Result<SessionFacts>>;
  /** The address in the other portal that signs the caller in there, once, within sixty seconds. */
  beginHandover(session: SessionFacts, organizationId: string | null): Promise<Result<{ url: string }>>;
  acceptHandover(
    portal: OrganizationKind,
    token: string,
    arrival: Arrival,
  ): Promise<Result<{ session: SessionFacts; setCookie: string }>>;
}
