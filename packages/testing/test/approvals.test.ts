import { randomUUID } from "node:crypto";
import {
  acceptMilestone,
  approveRequest,
  carryOutDeadline,
  declineRequest,
  expireApproval,
  getBrandHome,
  getLimits,
  getMilestone,
  getProducerHome,
  listApprovals,
  listAudit,
  quoteRelease,
  releasePart,
  requestRevision,
  type Scope,
  setLimit,
  withdrawRequest,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import type { Role } from "@evenshare/domain";
import { describe, expect, test } from "vitest";
import { addMember, createBrand, drainOperations, must } from "../src";
import { auditOf, expectNothingWritten, mailsTo } from "./support/behind-the-scopes";
import { agreedMilestone, fund, payablePartnership, submitWork, useMoneyWorld } from "./support/money-world";

const world = useMoneyWorld();
const held = 50_000n;

interface Case {
  readonly brand: Scope;
  /** An approver of the brand, beside its owner. */
  readonly maker: Scope;
  readonly producer: Scope;
  readonly milestone: string;
  readonly partnership: string;
}

/** A submitted milestone of £500.00, all of it held, at a brand where one person decides alone up to a limit. */
async function submitted(limit: bigint | null = 20_000n): Promise<Case> {
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
async function asked({ maker, milestone }: Case): Promise<string> {
  const { approvalId } = must(await accept(maker, milestone));
  if (approvalId === null) throw new Error("nobody was asked");
  return approvalId;
}

async function requestOf(id: string) {
  return withAdmin(world().databaseUrl, async (client) => {
    const { rows } = await client.query<{ status: string; reason: string | null; release_id: string | null }>(
      "select status, reason, release_id from approval_request where id = $1",
      [id],
    );
    return rows[0];
  });
}

const heldOf = async ({ brand, milestone }: Case) =>
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

describe("a release above the limit", () => {
  test("R14 F4: waits, moves nothing, and goes when a second person approves it, with audit rows and mails", async () => {
    const { deps } = world();
    const it = await submitted();
    const { brand, maker, milestone } = it;
    expect(must(await quoteRelease(deps, maker, { id: milestone, amount: held })).secondPerson).toEqual({
      limit: 20_000n,
      counted: held,
      others: 1,
    });
    const id = await asked(it);
    expect(await heldOf(it)).toBe(held);
    expect(must(await getMilestone(deps, maker, { id: milestone }))).toMatchObject({
      state: "submitted",
      approval: { id, mine: true, actions: ["withdraw"], step: "accept", amount: held, limit: 20_000n },
    });
    expect(must(await getMilestone(deps, maker, { id: milestone })).actions).not.toContain("accept");
    expect(must(await getBrandHome(deps, brand, {}))).toMatchObject({
      approvals: 1,
      needsYou: [{ action: "approve", milestoneId: milestone, amount: held }],
    });
    expect(await templatesTo(brand)).toEqual(["approval.requested"]);
    expect(await templatesTo(maker)).toEqual([]);

    const answer = must(await approve(brand, id));
    expect(answer).toEqual({ status: "approved", releaseId: expect.any(String) });
    await drainOperations(deps);
    expect(must(await getMilestone(deps, brand, { id: milestone }))).toMatchObject({
      state: "released",
      approval: null,
      money: { held: 0n, released: held },
    });
    expect(await requestOf(id)).toMatchObject({ status: "approved", release_id: answer.releaseId });
    expect(await templatesTo(maker)).toEqual(["approval.approved"]);
    expect((await auditOf(world(), id)).map(({ action, actor_name }) => [action, actor_name])).toEqual([
      ["approval.request", maker.userName],
      ["approval.approve", brand.userName],
    ]);
    expect(await findings()).toEqual([]);
  });

  test("R14 R5: of a hundred approvals at once one releases; the same click again answers the same", async () => {
    const { deps } = world();
    const it = await submitted();
    const id = await asked(it);
    const results = await Promise.all(Array.from({ length: 100 }, () => approve(it.brand, id)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.failure.code]));
    expect(new Set(refusals)).toEqual(new Set(["approval.not_waiting"]));
    await drainOperations(deps);
    expect(must(await getMilestone(deps, it.brand, { id: it.milestone })).releases).toHaveLength(1);

    const other = await submitted();
    const otherId = await asked(other);
    const key = randomUUID();
    const first = must(await approve(other.brand, otherId, key));
    expect(must(await expectNothingWritten(world(), () => approve(other.brand, otherId, key)))).toEqual(
      first,
    );
    expect(await findings()).toEqual([]);
  });

  test("R14 R5: the same request twice is one; another one while it waits is refused, by whomever", async () => {
    const it = await submitted();
    const key = randomUUID();
    const first = must(await accept(it.maker, it.milestone, key));
    expect(must(await expectNothingWritten(world(), () => accept(it.maker, it.milestone, key)))).toEqual(
      first,
    );
    for (const scope of [it.maker, it.brand]) {
      const refused = await expectNothingWritten(world(), () => accept(scope, it.milestone));
      expect(refused).toMatchObject({
        failure: { code: "approval.already_waiting", details: { maker: it.maker.userName } },
      });
    }
    const many = await submitted();
    const parallel = await Promise.all(Array.from({ length: 20 }, () => accept(many.maker, many.milestone)));
    expect(parallel.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("R14: is never approved by the one who asked, also not after a change of role", async () => {
    const it = await submitted();
    const id = await asked(it);
    const own = await expectNothingWritten(world(), () => approve(it.maker, id));
    expect(own).toMatchObject({ failure: { code: "approval.own_request" } });
    await changeMember(it.maker, "owner");
    const asOwner = { ...it.maker, role: "owner" } as const;
    expect(await approve(asOwner, id)).toMatchObject({ failure: { code: "approval.own_request" } });
    const input = { commandKey: randomUUID(), id, reason: "Mine" };
    expect(await declineRequest(world().deps, asOwner, input)).toMatchObject({
      failure: { code: "approval.own_request" },
    });
    expect(await heldOf(it)).toBe(held);
  });

  test("R14: two at once, one yes and one no, are one outcome", async () => {
    const it = await submitted();
    const id = await asked(it);
    const third = await addMember(world().deps, it.brand, "approver");
    const no = { commandKey: randomUUID(), id, reason: "Not yet" };
    const [yes, declined] = await Promise.all([
      approve(it.brand, id),
      declineRequest(world().deps, third, no),
    ]);
    expect([yes.ok, declined.ok].filter(Boolean)).toHaveLength(1);
    const status = (await requestOf(id))?.status;
    expect(status).toBe(yes.ok ? "approved" : "declined");
    expect(await heldOf(it)).toBe(yes.ok ? 0n : held);
  });

  test("R14 F4: whoever was removed or demoted meanwhile cannot approve, though their session still says they could", async () => {
    const it = await submitted();
    const id = await asked(it);
    for (const role of ["contributor", null] as const) {
      const second = await addMember(world().deps, it.brand, "approver");
      await changeMember(second, role);
      const refused = await expectNothingWritten(world(), () => approve(second, id));
      expect(refused).toMatchObject({ failure: { code: "permission.denied" } });
    }
    expect((await requestOf(id))?.status).toBe("waiting");
  });

  test("R14: when the one who asked was removed meanwhile it is void, nothing moves, and the answer says so", async () => {
    const it = await submitted();
    const id = await asked(it);
    await changeMember(it.maker, null);
    expect(must(await approve(it.brand, id))).toEqual({ status: "void", releaseId: null });
    expect(await requestOf(id)).toMatchObject({ status: "void", reason: "maker_left" });
    expect(await heldOf(it)).toBe(held);
  });

  test("F2 F4: other roles are refused, and for strangers the request does not exist", async () => {
    const { deps } = world();
    const it = await submitted();
    const id = await asked(it);
    for (const role of ["finance", "contributor", "viewer"] as const) {
      const member = await addMember(deps, it.brand, role);
      expect(await approve(member, id)).toMatchObject({ failure: { code: "permission.denied" } });
    }
    const stranger = await createBrand(deps);
    const input = () => ({ commandKey: randomUUID(), id });
    const tries = [
      () => approveRequest(deps, stranger, input()),
      () => declineRequest(deps, stranger, { ...input(), reason: "No" }),
      () => withdrawRequest(deps, stranger, input()),
    ];
    for (const attempt of tries) {
      const refused = await expectNothingWritten(world(), attempt);
      expect(refused).toMatchObject({ failure: { code: "approval.not_found" } });
    }
    expect(must(await listApprovals(deps, stranger, { show: "waiting" })).items).toEqual([]);
  });
});

describe("a request ends", () => {
  test("R14: declined with a reason, or withdrawn by the one who asked, and nothing moves", async () => {
    const { deps } = world();
    const it = await submitted();
    const id = await asked(it);
    const withdrawByOther = await withdrawRequest(deps, it.brand, { commandKey: randomUUID(), id });
    expect(withdrawByOther).toMatchObject({ failure: { code: "approval.not_yours" } });
    const unexplained = await declineRequest(deps, it.brand, { commandKey: randomUUID(), id, reason: "  " });
    expect(unexplained).toMatchObject({ failure: { code: "input.invalid", field: "reason" } });
    const no = { commandKey: randomUUID(), id, reason: "The invoice is missing" };
    expect(must(await declineRequest(deps, it.brand, no))).toEqual({ status: "declined" });
    expect(must(await expectNothingWritten(world(), () => declineRequest(deps, it.brand, no)))).toEqual({
      status: "declined",
    });
    expect(await templatesTo(it.maker)).toEqual(["approval.declined"]);
    const again = await asked(it);
    must(await withdrawRequest(deps, it.maker, { commandKey: randomUUID(), id: again }));
    expect(await approve(it.brand, again)).toMatchObject({ failure: { code: "approval.not_waiting" } });
    const { items } = must(await listApprovals(deps, it.brand, { show: "settled" }));
    expect(items.map(({ status }) => status).sort()).toEqual(["declined", "withdrawn"]);
    expect(await heldOf(it)).toBe(held);
  });

  test("R14: by another amount being held, and by a request for changes, each told to the one who asked", async () => {
    const it = await submitted();
    const id = await asked(it);
    must(await part(it.brand, it.milestone, 5_000n));
    expect(await requestOf(id)).toMatchObject({ status: "void", reason: "amount_changed" });

    const other = await submitted();
    const otherId = await asked(other);
    const { criteria } = must(await getMilestone(world().deps, other.brand, { id: other.milestone }));
    must(
      await requestRevision(world().deps, other.brand, {
        commandKey: randomUUID(),
        id: other.milestone,
        note: "",
        failed: criteria.slice(0, 1).map(({ id: criterionId }) => ({ criterionId, comment: "Nine" })),
      }),
    );
    expect(await requestOf(otherId)).toMatchObject({ status: "void", reason: "milestone_moved_on" });
    expect(await templatesTo(other.maker)).toEqual(["approval.ended"]);
    expect((await auditOf(world(), otherId)).map(({ action }) => action)).toContain("approval.void");
  });

  test("R14 F49: by the clock's release, which asks nobody", async () => {
    const { deps, clock } = world();
    const it = await submitted();
    const { reviewEndsAt } = must(await getMilestone(deps, it.brand, { id: it.milestone }));
    if (reviewEndsAt === null) throw new Error("nothing is in review");
    clock.setTo(new Date(reviewEndsAt.getTime() - 3_600_000));
    const id = await asked(it);
    const [row] = must(await listApprovals(deps, it.brand, { show: "waiting" })).items;
    expect(row?.expiresAt).toEqual(reviewEndsAt);
    clock.setTo(reviewEndsAt);
    for (const deadline of await deps.database.findDueDeadlines(clock.now(), 100)) {
      if (deadline.milestoneId === it.milestone) await carryOutDeadline(deps, deadline);
    }
    expect(await requestOf(id)).toMatchObject({ status: "void", reason: "review_ended" });
    expect(await heldOf(it)).toBe(0n);
    // The trail of the clock's doing is the brand's, not the producer's.
    expect((await auditOf(world(), id)).at(-1)).toMatchObject({
      action: "approval.void",
      organization_id: it.brand.organizationId,
    });
    expect(await findings()).toEqual([]);
  });

  test("by its last instant, once, however many workers see it", async () => {
    const { deps, clock } = world();
    const it = await submitted();
    const id = await asked(it);
    const [row] = must(await listApprovals(deps, it.brand, { show: "waiting" })).items;
    if (row === undefined) throw new Error("nothing waits");
    const dueNow = async () =>
      (await deps.database.findDueApprovals(clock.now(), 100)).filter((due) => due.id === id);
    clock.setTo(new Date(row.expiresAt.getTime() - 1));
    expect(await dueNow()).toEqual([]);
    clock.setTo(row.expiresAt);
    const due = await dueNow();
    expect(due).toHaveLength(1);
    await Promise.all(
      Array.from({ length: 8 }, () => Promise.all(due.map((one) => expireApproval(deps, one)))),
    );
    expect(await requestOf(id)).toMatchObject({ status: "expired", reason: "expired" });
    expect(await templatesTo(it.maker)).toEqual(["approval.ended"]);
    expect(await approve(it.brand, id)).toMatchObject({ failure: { code: "approval.not_waiting" } });
    expect(await heldOf(it)).toBe(held);
  });
});

describe("the limit", () => {
  test("R14: is not got around in parts, nor by waiting; an approval begins the count anew", async () => {
    const { deps, clock } = world();
    const it = await submitted(20_000n);
    const first = must(await part(it.maker, it.milestone, 12_000n));
    expect(first).toEqual({ releaseId: expect.any(String), approvalId: null });
    clock.setTo(new Date(clock.now().getTime() + 2 * 86_400_000));
    const second = must(await part(it.maker, it.milestone, 8_001n, 38_000n));
    if (second.approvalId === null) throw new Error("the parts were not counted together");
    must(await approve(it.brand, second.approvalId));
    // A second person has looked: what goes from here counts from here.
    expect(must(await part(it.maker, it.milestone, 15_000n, 29_999n)).approvalId).toBeNull();
    await drainOperations(deps);
    expect(await findings()).toEqual([]);
  });

  test("R14: counts per person, and a lone release within it needs nobody", async () => {
    const it = await submitted(20_000n);
    must(await part(it.maker, it.milestone, 20_000n));
    expect(must(await part(it.brand, it.milestone, 20_000n, 30_000n)).approvalId).toBeNull();
    expect(must(await part(it.maker, it.milestone, 1n, 10_000n)).approvalId).not.toBeNull();
  });

  test("R14: a currency without one beside others always asks; an organization without any never does", async () => {
    const { deps } = world();
    const it = await submitted(null);
    expect(must(await part(it.maker, it.milestone, 1_000n)).approvalId).toBeNull();
    must(
      await setLimit(deps, it.brand, {
        commandKey: randomUUID(),
        currency: "EUR",
        amount: 900_000n,
        seen: null,
      }),
    );
    expect(must(await part(it.maker, it.milestone, 1n, 49_000n)).approvalId).not.toBeNull();
  });

  test("R14 F4: is set by owners only; loosening it waits for a second owner, and holds once they approve", async () => {
    const { deps } = world();
    const it = await submitted();
    const limit = (amount: bigint | null, seen: bigint | null) =>
      ({ commandKey: randomUUID(), currency: "GBP", amount, seen }) as const;
    for (const role of ["approver", "finance", "viewer"] as const) {
      const member = await addMember(deps, it.brand, role);
      expect(await setLimit(deps, member, limit(1n, 20_000n))).toMatchObject({
        failure: { code: "permission.denied" },
      });
    }
    const owner = await addMember(deps, it.brand, "owner");
    const raise = limit(90_000n, 20_000n);
    const { approvalId } = must(await setLimit(deps, it.brand, raise));
    if (approvalId === null) throw new Error("a second owner was not asked");
    expect(must(await expectNothingWritten(world(), () => setLimit(deps, it.brand, raise)))).toEqual({
      approvalId,
    });
    expect(must(await getLimits(deps, owner, {}))).toMatchObject({
      limits: [{ currency: "GBP", amount: 20_000n }],
      owners: 2,
      waiting: [{ id: approvalId, step: "set_limit", actions: ["approve", "decline"] }],
    });
    expect(must(await getBrandHome(deps, owner, {})).needsYou).toMatchObject([
      { action: "approve", milestoneId: null },
      {},
    ]);
    expect(await approve(it.brand, approvalId)).toMatchObject({ failure: { code: "approval.own_request" } });
    expect(await approve(it.maker, approvalId)).toMatchObject({ failure: { code: "permission.denied" } });
    expect(must(await approve(owner, approvalId))).toMatchObject({ status: "approved" });
    expect(must(await getLimits(deps, owner, {})).limits).toEqual([{ currency: "GBP", amount: 90_000n }]);
    expect(await setLimit(deps, it.brand, limit(80_000n, 20_000n))).toMatchObject({
      failure: { code: "approval.limit_changed" },
    });
    must(await setLimit(deps, it.brand, limit(10_000n, 90_000n)));
    expect(must(await getLimits(deps, owner, {})).limits).toEqual([{ currency: "GBP", amount: 10_000n }]);
    const removal = must(await setLimit(deps, owner, limit(null, 10_000n)));
    if (removal.approvalId === null) throw new Error("a second owner was not asked");
    must(await approve(it.brand, removal.approvalId));
    expect(must(await getLimits(deps, owner, {})).limits).toEqual([]);
  });

  test("lowering it ends what waits on top of it", async () => {
    const { deps } = world();
    const it = await submitted();
    await addMember(deps, it.brand, "owner");
    const set = (amount: bigint) =>
      ({ commandKey: randomUUID(), currency: "GBP", amount, seen: 20_000n }) as const;
    const { approvalId } = must(await setLimit(deps, it.brand, set(30_000n)));
    must(await setLimit(deps, it.brand, set(1_000n)));
    expect(await requestOf(approvalId ?? "")).toMatchObject({ status: "void", reason: "limits_changed" });
  });
});

test("F2: no list, page or trail of the producer knows anything of a request, waiting or settled", async () => {
  const { deps } = world();
  const it = await submitted();
  const before = await seenByProducer(it);
  const id = await asked(it);
  const waiting = await seenByProducer(it);
  expect(waiting).toEqual(before);
  const no = { commandKey: randomUUID(), id, reason: "secret reason" };
  must(await declineRequest(deps, it.brand, no));
  expect(await seenByProducer(it)).toEqual(before);
  expect(must(await getMilestone(deps, it.producer, { id: it.milestone })).approval).toBeNull();
  const rows = await deps.database.inTenant(it.producer.organizationId, async (tx) => [
    await tx.approvalRequest.count(),
    await tx.approvalLimit.count(),
    await tx.auditEvent.count({ where: { action: { startsWith: "approval." } } }),
  ]);
  expect(rows).toEqual([0, 0, 0]);
  expect((await mailsTo(world(), it.producer.organizationId)).map(({ template }) => template)).not.toContain(
    "approval.requested",
  );
});

async function seenByProducer({ producer, milestone, partnership }: Case) {
  const { deps } = world();
  return [
    must(await getMilestone(deps, producer, { id: milestone })),
    must(await getProducerHome(deps, producer, {})),
    must(await listAudit(deps, producer, { partnershipId: partnership })),
  ];
}
