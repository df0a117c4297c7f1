import { randomUUID } from "node:crypto";
import {
  approveRequest,
  declineRequest,
  getBrandHome,
  getMilestone,
  listApprovals,
  quoteRelease,
  withdrawRequest,
} from "@evenshare/application";
import { describe, expect, test } from "vitest";
import { addMember, createBrand, drainOperations, must } from "../src";
import { held, useApprovals } from "./support/approval-case";
import { auditOf, expectNothingWritten } from "./support/behind-the-scopes";

const { world, submitted, accept, approve, asked, requestOf, heldOf, templatesTo, findings, changeMember } =
  useApprovals();

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
