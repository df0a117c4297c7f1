import { ok, type Result, refuse } from "../result";
import type { Role } from "./role";

/** A member as decisions about the team see it. */
export interface TeamMember {
  readonly userId: string;
  readonly role: Role;
}

/**
 * Whether a member may be given another role. Answers the role they had.
 *
 * Refused with `member.not_found`, and with `member.last_owner` when nobody else would own the organization.
 *
 * @example changeRole([{ userId: "ada", role: "owner" }], "ada", "viewer") // refused: member.last_owner
 */
export function changeRole(
  team: readonly TeamMember[],
  userId: string,
  role: Role,
): Result<{ readonly before: Role }> {
  const member = team.find((candidate) => candidate.userId === userId);
  if (member === undefined) return refuse({ code: "member.not_found", field: "userId" });
  if (role !== "owner" && isLastOwner(team, userId)) {
    return refuse({ code: "member.last_owner", field: "role" });
  }
  return ok({ before: member.role });
}

/**
 * Whether a member may go, by their own wish or an owner's. Answers the role they had.
 *
 * Refused with `member.not_found`, and with `member.last_owner` when nobody would own the organization any more.
 */
export function endMembership(
  team: readonly TeamMember[],
  userId: string,
): Result<{ readonly before: Role }> {
  const member = team.find((candidate) => candidate.userId === userId);
  if (member === undefined) return refuse({ code: "member.not_found", field: "userId" });
  if (isLastOwner(team, userId)) return refuse({ code: "member.last_owner", field: "userId" });
  return ok({ before: member.role });
}

/** Whether somebody is the only owner there is. */
export function isLastOwner(team: readonly TeamMember[], userId: string): boolean {
  const owners = team.filter(({ role }) => role === "owner");
  return owners.length === 1 && owners[0]?.userId === userId;
}
