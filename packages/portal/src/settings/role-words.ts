import type { Role } from "@evenshare/domain";

/** What each role is called and may do (F4). */
export const roleWords: Record<Role, { readonly name: string; readonly may: string }> = {
  owner: { name: "Owner", may: "Everything, the team and the agreement included." },
  finance: { name: "Finance", may: "Pays, sees to payouts, and exports the audit log." },
  approver: { name: "Approver", may: "Agrees to work and releases money." },
  contributor: { name: "Contributor", may: "Drafts, does and reviews work." },
  viewer: { name: "Viewer", may: "Looks at everything and changes nothing." },
};
