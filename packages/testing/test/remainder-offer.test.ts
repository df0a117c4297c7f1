import { randomUUID } from "node:crypto";
import { declineRemainder, releasePart, type Scope, withdrawRemainder } from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { describe, expect, test } from "vitest";
import { addMember, createBrand, drainOperations, must } from "../src";
import { auditOf, expectNothingWritten, mailsTo } from "./support/behind-the-scopes";
import { fund, submitWork, useMoneyWorld } from "./support/money-world";
import { findings } from "./support/provider-news";
import { type RemainderCase, remainderCases } from "./support/remainder-case";

const world = useMoneyWorld();
const { partReleased, view, offer, agree } = remainderCases(world);

const mailed = async ({ organizationId }: Scope) =>
  (await mailsTo(world(), organizationId))
    .map(({ template }) => template)
    .filter((template) => template.startsWith("remainder."));

describe("an offer about the remainder", () => {
  test("F52: is declined with a reason, or withdrawn by its side, and nothing moves", async () => {
    const { deps } = world();
    const paid = await partReleased();
    const first = must(await offer(paid.brand, paid, { kind: "roll" })).offerId;
    const again = await offer(paid.producer, paid, { kind: "return" });
    expect(again).toMatchObject({ ok: false, failure: { code: "remainder.already_open" } });
    const command = () => ({ commandKey: randomUUID(), id: paid.milestone });
    const no = { ...command(), offerId: first, reason: "We need it here." };
    expect(await declineRemainder(deps, paid.brand, no)).toMatchObject({
      ok: false,
      failure: { code: "remainder.own_offer" },
    });
    must(await declineRemainder(deps, paid.producer, no));
    const second = must(await offer(paid.producer, paid, { kind: "return", amount: 1_000n })).offerId;
    const back = { ...command(), offerId: second };
    expect(await withdrawRemainder(deps, paid.brand, back)).toMatchObject({
      ok: false,
      failure: { code: "remainder.not_yours" },
    });
    must(await withdrawRemainder(deps, paid.producer, { ...back, commandKey: randomUUID() }));
    expect((await view(paid, paid.milestone)).money).toMatchObject({ held: 30_000n, refunded: 0n });
    expect((await mailed(paid.brand)).sort()).toEqual([
      "remainder.declined",
      "remainder.ended",
      "remainder.offered",
    ]);
    expect((await view(paid, paid.milestone)).timeline.map(({ event }) => event)).toEqual(
      expect.arrayContaining(["offer_remainder", "decline_remainder", "withdraw_remainder"]),
    );
  });

  test("F52: becomes void in the transaction that changes what it was based on", async () => {
    const { deps } = world();
    const paid = await partReleased();
    const { offerId } = must(await offer(paid.producer, paid, { kind: "return" }));
    const part = { commandKey: randomUUID(), id: paid.milestone, amount: 5_000n, currency: "GBP" } as const;
    must(await releasePart(deps, paid.brand, { ...part, expectedHeld: 30_000n }));
    expect((await view(paid, paid.milestone)).offer).toBeNull();
    expect(await agree(paid.brand, paid, offerId)).toMatchObject({
      ok: false,
      failure: { code: "remainder.not_open" },
    });
    must(await offer(paid.brand, paid, { kind: "return", amount: 100n }));
    await submitWork(world(), paid, paid.milestone);
    expect((await view(paid, paid.milestone)).offer).toBeNull();
    expect((await mailed(paid.producer)).filter((template) => template === "remainder.ended")).toHaveLength(
      2,
    );
    expect((await auditOf(world(), paid.milestone)).map(({ action }) => action)).toContain("remainder.void");
  });

  test("F52: is void when the other milestone has no room any more; nothing moves", async () => {
    const paid = await partReleased();
    const { offerId } = must(await offer(paid.brand, paid, { kind: "roll" }));
    await fund(world(), paid, paid.next, 40_000n);
    expect(must(await agree(paid.producer, paid, offerId))).toEqual({ status: "void" });
    expect(await view(paid, paid.milestone)).toMatchObject({ state: "funded", money: { held: 30_000n } });
  });

  test("F2 F4: is there for owners and approvers, after a recent proof; for strangers the milestone does not exist", async () => {
    const { deps } = world();
    const paid = await partReleased();
    for (const role of ["finance", "contributor", "viewer"] as const) {
      const member = await addMember(deps, paid.brand, role);
      expect(await offer(member, paid, { kind: "roll" })).toMatchObject({
        ok: false,
        failure: { code: "permission.denied" },
      });
    }
    const stale = { ...paid.brand, authenticatedRecently: false };
    expect(await offer(stale, paid, { kind: "roll" })).toMatchObject({
      ok: false,
      failure: { code: "session.reauthentication_required" },
    });
    const stranger = await createBrand(deps);
    const { offerId } = must(await offer(paid.producer, paid, { kind: "roll" }));
    const acts: (() => Promise<unknown>)[] = [
      () => offer(stranger, paid, { kind: "roll" }),
      () => agree(stranger, paid, offerId),
    ];
    for (const act of acts) {
      expect(await expectNothingWritten(world(), act)).toMatchObject({
        ok: false,
        failure: { code: "milestone.not_found" },
      });
    }
    expect(await agree({ ...paid.brand, authenticatedRecently: false }, paid, offerId)).toMatchObject({
      ok: false,
      failure: { code: "session.reauthentication_required" },
    });
  });

  test("F52: nobody is both sides of it, also not a person who belongs to both", async () => {
    const paid = await partReleased();
    const both = { ...paid.producer, userId: paid.brand.userId };
    await withAdmin(world().databaseUrl, (client) =>
      client.query(
        "insert into member (id, organization_id, user_id, role, created_at) values (gen_random_uuid(), $1, $2, 'owner', now())",
        [paid.producer.organizationId, paid.brand.userId],
      ),
    );
    const { offerId } = must(await offer(paid.brand, paid, { kind: "roll" }));
    expect(await agree(both, paid, offerId)).toMatchObject({
      ok: false,
      failure: { code: "remainder.own_offer" },
    });
  });

  test("R5: the same yes again answers the same and moves nothing twice", async () => {
    const paid = await partReleased();
    const { offerId } = must(await offer(paid.brand, paid, { kind: "roll" }));
    const key = randomUUID();
    const first = must(await agree(paid.producer, paid, offerId, key));
    const again = await expectNothingWritten(world(), () => agree(paid.producer, paid, offerId, key));
    expect(again).toEqual({ ok: true, value: first });
    expect((await view(paid, paid.next)).money.held).toBe(30_000n);
  });

  test("R14: of twenty answers at once one is carried out; a release at the same moment wins or loses whole", async () => {
    const { deps } = world();
    const paid = await partReleased();
    const { offerId } = must(await offer(paid.brand, paid, { kind: "roll" }));
    const answers = await Promise.all(Array.from({ length: 20 }, () => agree(paid.producer, paid, offerId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (let turn = 0; turn < 5; turn += 1) {
      const other = await partReleased();
      const made = must(await offer(other.producer, other, { kind: "roll" }));
      const part = {
        commandKey: randomUUID(),
        id: other.milestone,
        amount: 1_000n,
        currency: "GBP",
      } as const;
      const [released, agreed] = await Promise.all([
        releasePart(deps, other.brand, { ...part, expectedHeld: 30_000n }),
        agree(other.brand, other, made.offerId),
      ]);
      expect([released.ok, agreed.ok].filter(Boolean)).toHaveLength(1);
    }
    await drainOperations(deps);
    expect(await findings(world())).toEqual([]);
  });

  test("R14: two rolls in opposite directions at once do not lock each other out", async () => {
    const { deps } = world();
    const paid = await partReleased();
    await fund(world(), paid, paid.next, 30_000n);
    const there = must(await offer(paid.brand, paid, { kind: "roll", amount: 10_000n })).offerId;
    const back: RemainderCase = { ...paid, milestone: paid.next, next: paid.milestone };
    // The first is full, so the way back is void; both come to an end at once.
    const other = await offer(paid.brand, back, { kind: "return", amount: 10_000n });
    const results = await Promise.all([
      agree(paid.producer, paid, there),
      agree(paid.producer, back, must(other).offerId),
    ]);
    expect(results.some(({ ok }) => ok)).toBe(true);
    await drainOperations(deps);
    expect(await findings(world())).toEqual([]);
  });
});
