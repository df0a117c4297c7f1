import type { Role } from "@evenshare/domain";

/** What somebody with a role may do, in half a sentence. */
export const roleWords: Record<Role, string> = {
  owner: "as an owner, who may do everything, the team included",
  finance: "for finance, who pay and see to payouts",
  approver: "as an approver, who agree to work and release money",
  contributor: "as a contributor, who draft, do and review work",
  viewer: "as a viewer, who may look at everything and change nothing",
};
