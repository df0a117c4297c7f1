import { randomUUID } from "node:crypto";
import {
  carryOutDeadline,
  declineRequest,
  expireApproval,
  getMilestone,
  getProducerHome,
  listApprovals,
  listAudit,
  requestRevision,
  withdrawRequest,
} from "@evenshare/application";
import { describe, expect, test } from "vitest";
import { must } from "../src";
import { type ApprovalCase, held, useApprovals } from "./support/approval-case";
import { auditOf, expectNothingWritten, mailsTo } from "./support/behind-the-scopes";

const { world, submitted, part, approve, asked, requestOf, heldOf, templatesTo, findings } = useApprovals();

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

async function seenByProducer({ producer, milestone, partnership }: ApprovalCase) {
  const { deps } = world();
  return [
    must(await getMilestone(deps, producer, { id: milestone })),
    must(await getProducerHome(deps, producer, {})),
    must(await listAudit(deps, producer, { partnershipId: partnership })),
  ];
}
