import { type Failure, ok, type Result, refuse } from "../result";
import { holdsAct, type Member } from "./kind";
import { type ApprovalSetting, settledMessage } from "./messages";
import type { ApprovalChange, ApprovalPerson, ApprovalRequest, LapseReason } from "./request";
import { followApproval } from "./state";

/** Under which a request is looked at: who is a member now, and what its mails say. */
export interface ApprovalScene {
  readonly now: Date;
  readonly members: readonly Member[];
  readonly setting: ApprovalSetting;
  readonly newId: () => string;
}

/**
 * Whether a person may decide about a request now: it waits, they did not make it themselves (whatever role they had
 * then and have now), and they hold what it asks for at this moment.
 */
export function mayDecide(
  request: ApprovalRequest<unknown>,
  { userId }: ApprovalPerson,
  { members }: ApprovalScene,
): Result<void, Failure> {
  const waits = followApproval(request.status, "approve");
  if (!waits.ok) return waits;
  if (userId === request.maker.userId) return refuse({ code: "approval.own_request" });
  return holdsNow(request, userId, members)
    ? ok(undefined)
    : refuse({ code: "permission.denied", details: { permission: request.kind } });
}

/** Why a waiting request cannot be carried out any more, whoever decides; null while it can. */
export function lapseOf(request: ApprovalRequest<unknown>, scene: ApprovalScene): LapseReason | null {
  if (scene.now >= request.expiresAt) return "expired";
  return holdsNow(request, request.maker.userId, scene.members) ? null : "maker_left";
}

/** A second person says yes; what was asked for is carried out with it. */
export function settleApproved(
  request: ApprovalRequest<unknown>,
  decidedBy: ApprovalPerson,
  releaseId: string | null,
  scene: ApprovalScene,
): ApprovalChange {
  const details = { decidedBy, reason: null };
  return {
    requestId: request.id,
    settle: { id: request.id, status: "approved", ...details, releaseId },
    audit: auditOf(request, "approval.approve", "approved", null),
    messages: [settledMessage("approval.approved", request, details, scene.setting, scene.newId)],
  };
}

/** A second person says no, and why. Nothing was moved. */
export function declineRequest(
  request: ApprovalRequest<unknown>,
  decidedBy: ApprovalPerson,
  reason: string,
  scene: ApprovalScene,
): Result<ApprovalChange, Failure> {
  const allowed = mayDecide(request, decidedBy, scene);
  if (!allowed.ok) return allowed;
  const details = { decidedBy, reason };
  return ok({
    requestId: request.id,
    settle: { id: request.id, status: "declined", ...details, releaseId: null },
    audit: auditOf(request, "approval.decline", "declined", reason),
    messages: [settledMessage("approval.declined", request, details, scene.setting, scene.newId)],
  });
}

/** Whoever asked takes it back. Nobody else can: the others decline. */
export function withdrawRequest(
  request: ApprovalRequest<unknown>,
  person: ApprovalPerson,
): Result<ApprovalChange, Failure> {
  const to = followApproval(request.status, "withdraw");
  if (!to.ok) return to;
  if (person.userId !== request.maker.userId) return refuse({ code: "approval.not_yours" });
  return ok({
    requestId: request.id,
    settle: { id: request.id, status: "withdrawn", reason: null, decidedBy: person, releaseId: null },
    audit: auditOf(request, "approval.withdraw", "withdrawn", null),
    messages: [],
  });
}

/** The request ends without anybody having decided; whoever asked is told why. */
export function lapseRequest(
  request: ApprovalRequest<unknown>,
  reason: LapseReason,
  { setting, newId }: Pick<ApprovalScene, "setting" | "newId">,
): ApprovalChange {
  const status = reason === "expired" ? "expired" : "void";
  const action = reason === "expired" ? "approval.expire" : "approval.void";
  return {
    requestId: request.id,
    settle: { id: request.id, status, reason, decidedBy: null, releaseId: null },
    audit: auditOf(request, action, status, reason),
    messages: [settledMessage("approval.ended", request, { decidedBy: null, reason }, setting, newId)],
  };
}

/** Its last instant has come. Null when somebody was first, or it is not yet so late. */
export function expireRequest(
  request: ApprovalRequest<unknown>,
  scene: Pick<ApprovalScene, "now" | "setting" | "newId">,
): ApprovalChange | null {
  if (!followApproval(request.status, "expire").ok || scene.now < request.expiresAt) return null;
  return lapseRequest(request, "expired", scene);
}

function holdsNow({ kind }: ApprovalRequest<unknown>, userId: string, members: readonly Member[]): boolean {
  return members.some((member) => member.userId === userId && holdsAct(kind, "brand", member.role));
}

function auditOf(
  { amount, currency, status }: ApprovalRequest<unknown>,
  action: string,
  after: string,
  reason: string | null,
): ApprovalChange["audit"] {
  return { action, before: { status }, after: { status: after, amount: String(amount), currency }, reason };
}
