import { type Failure, ok, type Result, refuse } from "../result";
import type { Actor } from "./change";
import type { MilestoneSnapshot } from "./snapshot";

/** The drafting side may edit, propose and withdraw; nobody else. */
export function requireDrafter(snapshot: MilestoneSnapshot, actor: Actor): Result<void, Failure> {
  if (actor.kind === "person" && actor.organizationId === snapshot.proposedBy) return ok(undefined);
  return refuse({ code: "milestone.not_drafted_by_you" });
}

/** The other side answers a proposal: nobody agrees with themselves. */
export function requireOtherSide(snapshot: MilestoneSnapshot, actor: Actor): Result<void, Failure> {
  if (actor.kind === "person" && actor.organizationId !== snapshot.proposedBy) return ok(undefined);
  return refuse({ code: "milestone.own_proposal" });
}

/** Which side of the milestone an organization stands on. */
export function sideOf(snapshot: MilestoneSnapshot, organizationId: string): "brand" | "producer" {
  return organizationId === snapshot.brand.id ? "brand" : "producer";
}

export function otherSide(side: "brand" | "producer"): "brand" | "producer" {
  return side === "brand" ? "producer" : "brand";
}
