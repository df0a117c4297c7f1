import type { OrganizationKind, Role, views } from "@evenshare/domain";

/** A person's place in one organization. */
export interface Membership {
  readonly organization: views.OrganizationRef;
  readonly role: Role;
}

/** Who is asking, in which portal, and for which organization. Read from the database on every request. */
export interface SessionFacts {
  readonly sessionId: string;
  readonly portal: OrganizationKind;
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly emailVerified: boolean;
  };
  /** Whether the person proved who they are a short while ago, by signing in or by their password since. */
  readonly authenticatedRecently: boolean;
  /** Null when the person belongs to no organization of the portal's kind. */
  readonly active: Membership | null;
}
