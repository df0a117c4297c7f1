import type { MessageDraft } from "../notice/message";
import type { OrganizationKind } from "../organization/role";
import type { RecordFinding } from "./check-record";
import { describeFindings } from "./follow-check";

/** To the owners: mails come from the platform's address again, and why. */
export function domainLostMessage(
  organization: { readonly id: string; readonly kind: OrganizationKind; readonly name: string },
  domain: string,
  findings: readonly RecordFinding[],
  newId: () => string,
): MessageDraft {
  return {
    id: newId(),
    template: "mail_domain.lost",
    toOrganizationId: organization.id,
    toRoles: ["owner"],
    data: {
      [organization.kind === "brand" ? "brandName" : "producerName"]: organization.name,
      domain,
      note: describeFindings(findings),
    },
  };
}
