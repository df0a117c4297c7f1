import type { CurrencyCode } from "../money/currency";
import { type Failure, ok, type Result, refuse } from "../result";
import { holdsAct } from "./kind";
import { type ApprovalLimits, loosens } from "./limits";
import { requestedMessage } from "./messages";
import {
  type ApprovalChange,
  type ApprovalPerson,
  type ApprovalRequest,
  approvalDays,
  type LimitAct,
} from "./request";
import { type ApprovalScene, lapseOf, lapseRequest, mayDecide, settleApproved } from "./settle";

/** A limit as an owner wants it. Null is "no limit"; `seen` is what stood on screen. */
export interface WantedLimit {
  readonly currency: CurrencyCode;
  readonly amount: bigint | null;
  readonly seen: bigint | null;
}

/** Set at once, or lodged for a second owner. */
export type LimitDecision =
  | { readonly kind: "set" }
  | { readonly kind: "lodged"; readonly approval: ApprovalChange };

const dayMs = 86_400_000;

/**
 * An owner sets, changes or removes a limit. What loosens the rule waits for a second owner where there is one;
 * lowering a limit and setting the first of all is done at once.
 */
export function changeLimit(
  limits: ApprovalLimits,
  wanted: WantedLimit,
  maker: ApprovalPerson,
  scene: ApprovalScene & { readonly waiting: ApprovalRequest<LimitAct> | null },
): Result<LimitDecision, Failure> {
  const before = ownLimit(limits, wanted.currency);
  if (before !== wanted.seen) {
    return refuse({
      code: "approval.limit_changed",
      field: "amount",
      details: { currency: wanted.currency, ...(before === null ? {} : { actual: String(before) }) },
    });
  }
  if (before === wanted.amount) return refuse({ code: "approval.limit_unchanged", field: "amount" });
  const others = scene.members.filter(
    ({ userId, role }) => userId !== maker.userId && holdsAct("approval.set_limits", "brand", role),
  );
  if (!loosens(limits, wanted.currency, wanted.amount) || others.length === 0) return ok({ kind: "set" });
  if (scene.waiting !== null) {
    return refuse({ code: "approval.already_waiting", details: { maker: scene.waiting.maker.name } });
  }
  return ok({ kind: "lodged", approval: lodge(before, wanted, maker, scene) });
}

/** A second owner says yes to a change of a limit; void when the limit is another by now. */
export function approveLimit(
  limits: ApprovalLimits,
  request: ApprovalRequest<LimitAct>,
  decider: ApprovalPerson,
  scene: ApprovalScene,
): Result<ApprovalChange, Failure> {
  const allowed = mayDecide(request, decider, scene);
  if (!allowed.ok) return allowed;
  const moved = ownLimit(limits, request.currency) !== request.act.before;
  const lapse = lapseOf(request, scene) ?? (moved ? "limits_changed" : null);
  return ok(
    lapse === null ? settleApproved(request, decider, null, scene) : lapseRequest(request, lapse, scene),
  );
}

/** The limit that is set for a currency itself; null when there is none. */
export function ownLimit(limits: ApprovalLimits, currency: CurrencyCode): bigint | null {
  return limits.find((limit) => limit.currency === currency)?.amount ?? null;
}

function lodge(
  before: bigint | null,
  { currency, amount }: WantedLimit,
  maker: ApprovalPerson,
  { now, newId, setting }: ApprovalScene,
): ApprovalChange {
  const request = {
    id: newId(),
    kind: "approval.set_limits",
    currency,
    amount: amount ?? 0n,
    act: { before, after: amount },
    maker,
    expiresAt: new Date(now.getTime() + approvalDays * dayMs),
  } as const;
  const { maker: _, ...draft } = request;
  return {
    requestId: request.id,
    lodge: { ...draft, partnershipId: null, milestoneId: null, limit: null },
    audit: {
      action: "approval.request",
      before: { limit: written(before) },
      after: { status: "waiting", act: "approval.set_limits", limit: written(amount), currency },
      reason: null,
    },
    messages: [requestedMessage(request, ["owner"], setting, newId)],
  };
}

function written(limit: bigint | null): string | null {
  return limit === null ? null : String(limit);
}
