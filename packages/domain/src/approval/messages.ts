import type { MessageData, MessageDraft } from "../notice/message";
import type { Role } from "../organization/role";
import type { ApprovalPerson, ApprovalRequest } from "./request";

/** What the mails about a request say beside its figures: whose it is and where it leads. */
export interface ApprovalSetting {
  readonly organizationId: string;
  readonly data: MessageData;
}

type Told = Pick<ApprovalRequest<unknown>, "id" | "kind" | "currency" | "amount" | "maker" | "expiresAt">;

/** To everybody who may decide, but never to the one who asks. */
export function requestedMessage(
  request: Told,
  roles: readonly Role[],
  { organizationId, data }: ApprovalSetting,
  newId: () => string,
): MessageDraft {
  return {
    id: newId(),
    template: "approval.requested",
    toOrganizationId: organizationId,
    toRoles: roles,
    exceptUserId: request.maker.userId,
    data: { ...data, ...factsOf(request), dueAt: request.expiresAt.toISOString() },
  };
}

/** To the one who asked: how it ended. */
export function settledMessage(
  template: "approval.approved" | "approval.declined" | "approval.ended",
  request: Told,
  details: { readonly decidedBy: ApprovalPerson | null; readonly reason: string | null },
  { organizationId, data }: ApprovalSetting,
  newId: () => string,
): MessageDraft {
  return {
    id: newId(),
    template,
    toOrganizationId: organizationId,
    toRoles: everyRole,
    onlyUserId: request.maker.userId,
    data: {
      ...data,
      ...factsOf(request),
      ...(details.decidedBy === null ? {} : { deciderName: details.decidedBy.name }),
      ...(details.reason === null ? {} : { reason: details.reason }),
    },
  };
}

/** Whoever asked hears the end of it, whatever role they have by now. */
const everyRole: readonly Role[] = ["owner", "finance", "approver", "contributor", "viewer"];

function factsOf({ id, kind, currency, amount, maker }: Told): MessageData {
  return { approvalId: id, approvalKind: kind, makerName: maker.name, currency, amount: String(amount) };
}
