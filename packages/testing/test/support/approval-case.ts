import { randomUUID } from "node:crypto";
import {
  acceptMilestone,
  approveRequest,
  getMilestone,
  releasePart,
  type Scope,
  setLimit,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import type { Role } from "@evenshare/domain";
import { addMember, must, type TestWorld } from "../../src";
import { mailsTo } from "./behind-the-scopes";
import { agreedMilestone, fund, payablePartnership, submitWork, useMoneyWorld } from "./money-world";

/** All that is held of a case's milestone. */
export const held = 50_000n;

export interface ApprovalCase {
  readonly brand: Scope;
  /** An approver of the brand, beside its owner. */
  readonly maker: Scope;
  readonly producer: Scope;
  readonly milestone: string;
  readonly partnership: string;
}

/** One database and one payment sandbox for the tests of a file, and what they do in it about requests. */
export function useApprovals() {
  const world: () => TestWorld = useMoneyWorld();

  /** A submitted milestone of £500.00, all of it held, at a brand where one person decides alone up to a limit. */
  async function submitted(limit: bigint | null = 20_000n): Promise<ApprovalCase> {
    const partnership = await payablePartnership(world());
    const { brand, producer } = partnership;
    if (limit !== null) {
      const input = { commandKey: randomUUID(), currency: "GBP", amount: limit, seen: null } as const;
      must(await setLimit(world().deps, brand, input));
    }
    const milestone = await agreedMilestone(world(), partnership);
    await fund(world(), partnership, milestone, held);
    await submitWork(world(), partnership, milestone);
    const maker = await addMember(world().deps, brand, "approver");
    return { brand, maker, producer, milestone, partnership: partnership.id };
  }

  const accept = (scope: Scope, milestone: string, commandKey = randomUUID()) =>
    acceptMilestone(world().deps, scope, { commandKey, id: milestone, expectedHeld: held });
  const part = (scope: Scope, milestone: string, amount: bigint, expectedHeld = held) =>
    releasePart(world().deps, scope, {
      commandKey: randomUUID(),
      id: milestone,
      amount,
      currency: "GBP",
      expectedHeld,
    });
  const approve = (scope: Scope, id: string, commandKey = randomUUID()) =>
    approveRequest(world().deps, scope, { commandKey, id });

  /** The maker asks for the release of everything; answers the request's id. */
  async function asked({ maker, milestone }: ApprovalCase): Promise<string> {
    const { approvalId } = must(await accept(maker, milestone));
    if (approvalId === null) throw new Error("nobody was asked");
    return approvalId;
  }

  async function requestOf(id: string) {
    return withAdmin(world().databaseUrl, async (client) => {
      const { rows } = await client.query<{
        status: string;
        reason: string | null;
        release_id: string | null;
      }>("select status, reason, release_id from approval_request where id = $1", [id]);
      return rows[0];
    });
  }

  const heldOf = async ({ brand, milestone }: ApprovalCase) =>
    must(await getMilestone(world().deps, brand, { id: milestone })).money.held;
  const templatesTo = async (scope: Scope) =>
    (await mailsTo(world(), scope.organizationId))
      .filter(({ to_email }) => to_email === scope.userEmail)
      .map(({ template }) => template)
      .filter((template) => template.startsWith("approval."));

  async function findings(): Promise<unknown[]> {
    return (await world().deps.database.checkLedger(world().deps.clock.now())).findings.slice();
  }

  /** What an administrator of the members does meanwhile. */
  async function changeMember({ organizationId, userId }: Scope, role: Role | null): Promise<void> {
    await withAdmin(world().databaseUrl, (client) =>
      role === null
        ? client.query("delete from member where organization_id = $1 and user_id = $2", [
            organizationId,
            userId,
          ])
        : client.query("update member set role = $3 where organization_id = $1 and user_id = $2", [
            organizationId,
            userId,
            role,
          ]),
    );
  }

  return {
    world,
    submitted,
    accept,
    part,
    approve,
    asked,
    requestOf,
    heldOf,
    templatesTo,
    findings,
    changeMember,
  };
}
