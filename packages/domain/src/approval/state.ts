import { ok, type Result, refuse } from "../result";

/** Where a request stands. `void`: what was asked for is not possible any more as it was asked for. */
export const approvalStatuses = ["waiting", "approved", "declined", "withdrawn", "expired", "void"] as const;
export type ApprovalStatus = (typeof approvalStatuses)[number];

export const approvalEvents = ["approve", "decline", "withdraw", "expire", "void"] as const;
export type ApprovalEvent = (typeof approvalEvents)[number];

/** The whole machine, as data. What is not listed is forbidden: whatever was settled stays so. */
const transitions: Readonly<
  Partial<Record<ApprovalStatus, Readonly<Record<ApprovalEvent, ApprovalStatus>>>>
> = {
  waiting: {
    approve: "approved",
    decline: "declined",
    withdraw: "withdrawn",
    expire: "expired",
    void: "void",
  },
};

export interface NotWaiting {
  readonly code: "approval.not_waiting";
  readonly details: { readonly status: ApprovalStatus };
}

/**
 * Where an event leads.
 *
 * @example followApproval("waiting", "approve") // { ok: true, value: "approved" }
 */
export function followApproval(
  status: ApprovalStatus,
  event: ApprovalEvent,
): Result<ApprovalStatus, NotWaiting> {
  const to = transitions[status]?.[event];
  return to === undefined ? refuse({ code: "approval.not_waiting", details: { status } }) : ok(to);
}
