import type { OrganizationKind, Role } from "@evenshare/domain";

/** On whose behalf a verb runs: one person, acting for one organization, in that organization's portal. */
export interface Scope {
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly role: Role;
  readonly userId: string;
  readonly userName: string;
  readonly userEmail: string;
  /** Whether they have shown that they read the mail of that address. */
  readonly emailVerified: boolean;
  /** Whether they proved who they are a short while ago; money, members and bank details want it. */
  readonly authenticatedRecently: boolean;
  /** Where the request came from; kept in the audit trail. */
  readonly ip: string | null;
  readonly requestId: string;
}
