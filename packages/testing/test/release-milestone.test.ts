import { randomUUID } from "node:crypto";
import {
  acceptMilestone,
  carryOutDeadline,
  getHeldFunds,
  getMilestone,
  releasePart,
  requestRevision,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { describe, expect, test } from "vitest";
import { addMember, createBrand, drainOperations, must, type StartedPartnership } from "../src";
import { auditOf, expectNothingWritten, mailsTo } from "./support/behind-the-scopes";
import { agreedMilestone, fund, payablePartnership, submitWork, useMoneyWorld } from "./support/money-world";

const world = useMoneyWorld();
const dayMs = 86_400_000;
/** PostgreSQL's code for a wait that took longer than `lock_timeout`. */
const lockNotAvailable = "55P03";

/** A submitted milestone of £500.00 with all of it held. */
async function submitted(): Promise<StartedPartnership & { readonly milestone: string }> {
  const partnership = await payablePartnership(world());
  const milestone = await agreedMilestone(world(), partnership);
  await fund(world(), partnership, milestone, 50_000n);
  await submitWork(world(), partnership, milestone);
  return { ...partnership, milestone };
}

async function findings(): Promise<unknown[]> {
  return (await world().deps.database.checkLedger(world().deps.clock.now())).findings.slice();
}

/** How often the provider was asked for a transfer that we know of. */
async function transfersOf(milestone: string): Promise<{ amount: string; status: string }[]> {
  return withAdmin(world().databaseUrl, async (client) => {
    const { rows } = await client.query<{ amount: string; status: string }>(
      "select amount::text, status from transfer where milestone_id = $1 order by created_at",
      [milestone],
    );
    return rows;
  });
}

describe("acceptMilestone", () => {
  test("F91: lets go of what is held, once, down to the transfer, with audit row, mails and a sound ledger", async () => {
    const { deps } = world();
    const { brand, producer, milestone } = await submitted();
    const input = { commandKey: randomUUID(), id: milestone, expectedHeld: 50_000n };
    const answer = must(await acceptMilestone(deps, brand, input));
    expect(answer).toEqual({ state: "releasing", releaseId: expect.any(String), approvalId: null });
    expect(must(await getMilestone(deps, producer, { id: milestone })).money).toMatchObject({
      held: 0n,
      released: 50_000n,
      inFlight: 50_000n,
    });

    await drainOperations(deps);
    const after = must(await getMilestone(deps, brand, { id: milestone }));
    expect(after).toMatchObject({ state: "released", money: { inFlight: 0n, released: 50_000n } });
    expect(await transfersOf(milestone)).toEqual([{ amount: "50000", status: "confirmed" }]);
    expect((await auditOf(world(), milestone)).map(({ action }) => action)).toContain("milestone.release");
    const released = (await mailsTo(world(), producer.organizationId)).filter(
      ({ template }) => template === "milestone.released",
    );
    expect(released).toMatchObject([
      { to_email: producer.userEmail, data: { amount: "50000", net: "50000" } },
    ]);
    expect(await findings()).toEqual([]);
  });

  test("R5: the same command again answers the same and does nothing; its key with another body is refused", async () => {
    const { deps } = world();
    const { brand, milestone } = await submitted();
    const input = { commandKey: randomUUID(), id: milestone, expectedHeld: 50_000n };
    const first = must(await acceptMilestone(deps, brand, input));
    const again = await expectNothingWritten(world(), () => acceptMilestone(deps, brand, input));
    expect(again).toEqual({ ok: true, value: first });
    const other = await acceptMilestone(deps, brand, { ...input, expectedHeld: 1n });
    expect(other).toMatchObject({ ok: false, failure: { code: "command.key_reused" } });
  });

  test("R14: of a hundred releases at once of one milestone, one happens", async () => {
    const { deps } = world();
    const { brand, milestone } = await submitted();
    const results = await Promise.all(
      Array.from({ length: 100 }, () =>
        acceptMilestone(deps, brand, { commandKey: randomUUID(), id: milestone, expectedHeld: 50_000n }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.failure.code]));
    expect(new Set(refusals)).toEqual(new Set(["milestone.transition_forbidden"]));
    await drainOperations(deps);
    expect(await transfersOf(milestone)).toHaveLength(1);
    expect(await findings()).toEqual([]);
  });

  test("R14: a change of a milestone reads it only when the change before it is through", async () => {
    const { deps, databaseUrl } = world();
    const { brand, milestone } = await submitted();
    const load = (client: Parameters<Parameters<typeof withAdmin>[1]>[0]) =>
      client.query("select app.load_milestone($1, $2, null, $3) as loaded", [
        brand.organizationId,
        milestone,
        deps.clock.now(),
      ]);
    await withAdmin(databaseUrl, async (first) => {
      await first.query("begin");
      expect((await load(first)).rows).toMatchObject([{ loaded: { status: "loaded" } }]);
      await withAdmin(databaseUrl, async (second) => {
        await second.query("set lock_timeout = '200ms'");
        await expect(load(second)).rejects.toMatchObject({ code: lockNotAvailable });
      });
      await first.query("rollback");
    });
  });

  test("F2 F4: is there for owners and approvers of the brand; for strangers the milestone does not exist", async () => {
    const { deps } = world();
    const { brand, producer, milestone } = await submitted();
    const accept = (scope: typeof brand) =>
      acceptMilestone(deps, scope, { commandKey: randomUUID(), id: milestone, expectedHeld: 50_000n });
    for (const role of ["finance", "contributor", "viewer"] as const) {
      const member = await addMember(deps, brand, role);
      const refused = await expectNothingWritten(world(), () => accept(member));
      expect(refused).toMatchObject({ ok: false, failure: { code: "permission.denied" } });
    }
    expect(await accept(producer)).toMatchObject({ ok: false, failure: { code: "permission.denied" } });
    const stranger = await createBrand(deps);
    const refused = await expectNothingWritten(world(), () => accept(stranger));
    expect(refused).toMatchObject({ ok: false, failure: { code: "milestone.not_found" } });
    const approver = await addMember(deps, brand, "approver");
    expect((await accept(approver)).ok).toBe(true);
  });

  test("what the person saw must still be true: another held amount is a conflict and nothing is written", async () => {
    const { deps } = world();
    const { brand, milestone } = await submitted();
    const refused = await expectNothingWritten(world(), () =>
      acceptMilestone(deps, brand, { commandKey: randomUUID(), id: milestone, expectedHeld: 49_999n }),
    );
    expect(refused).toMatchObject({
      ok: false,
      failure: { code: "milestone.amount_changed", details: { expected: "49999", actual: "50000" } },
    });
  });
});

describe("releasePart", () => {
  test("F60: a part goes, the rest stays held, and both screens and the ledger say so", async () => {
    const { deps } = world();
    const { brand, milestone } = await submitted();
    const part = { id: milestone, amount: 20_000n, currency: "GBP", expectedHeld: 50_000n } as const;
    must(await releasePart(deps, brand, { ...part, commandKey: randomUUID() }));
    await drainOperations(deps);
    const money = must(await getMilestone(deps, brand, { id: milestone })).money;
    expect(money).toMatchObject({ held: 30_000n, released: 20_000n, inFlight: 0n });
    const { totals } = must(await getHeldFunds(deps, brand, {}));
    expect(totals).toMatchObject([{ currency: "GBP", held: 30_000n, released: 20_000n }]);
    expect(await findings()).toEqual([]);
  });

  test("R14: parts at once never let go of more than is held", async () => {
    const { deps } = world();
    const { brand, milestone } = await submitted();
    const results = await Promise.all(
      Array.from({ length: 30 }, () =>
        releasePart(deps, brand, {
          commandKey: randomUUID(),
          id: milestone,
          amount: 20_000n,
          currency: "GBP",
          expectedHeld: 50_000n,
        }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findings()).toEqual([]);
  });
});

describe("the clock", () => {
  /** What is due of one milestone: the others of this file's database have clocks of their own. */
  async function dueOf(milestone: string) {
    const { deps } = world();
    const due = await deps.database.findDueDeadlines(deps.clock.now(), 100);
    return due.filter(({ milestoneId }) => milestoneId === milestone);
  }

  async function carryOutDue(milestone: string): Promise<string[]> {
    const { deps } = world();
    const due = await dueOf(milestone);
    for (const deadline of due) await carryOutDeadline(deps, deadline);
    return due.map(({ kind }) => kind);
  }

  test("F48 F49 F139: reminders come, then exactly at the end the money goes, once, however many workers see it", async () => {
    const { deps, clock } = world();
    const { brand, milestone } = await submitted();
    const endsAt = must(await getMilestone(deps, brand, { id: milestone })).reviewEndsAt;
    if (endsAt === null) throw new Error("no review window");

    clock.setTo(new Date(endsAt.getTime() - dayMs));
    expect(await carryOutDue(milestone)).toEqual(["review.reminder", "review.reminder", "review.reminder"]);
    clock.setTo(new Date(endsAt.getTime() - 1_000));
    expect(await carryOutDue(milestone)).toEqual([]);
    expect(must(await getMilestone(deps, brand, { id: milestone })).state).toBe("submitted");

    clock.setTo(endsAt);
    const due = await dueOf(milestone);
    const workers = await Promise.allSettled(
      Array.from({ length: 8 }, () => Promise.all(due.map((deadline) => carryOutDeadline(deps, deadline)))),
    );
    expect(workers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await drainOperations(deps);
    expect(must(await getMilestone(deps, brand, { id: milestone }))).toMatchObject({
      state: "released",
      releases: [{ trigger: "review_expired", gross: 50_000n }],
    });
    expect(await findings()).toEqual([]);
  });

  test("F49: a request for changes stops it", async () => {
    const { deps, clock } = world();
    const { brand, milestone } = await submitted();
    const view = must(await getMilestone(deps, brand, { id: milestone }));
    const [criterion] = view.criteria;
    if (criterion === undefined || view.reviewEndsAt === null) throw new Error("nothing is in review");
    must(
      await requestRevision(deps, brand, {
        commandKey: randomUUID(),
        id: milestone,
        note: "",
        failed: [{ criterionId: criterion.id, comment: "Nine minutes" }],
      }),
    );
    clock.setTo(new Date(view.reviewEndsAt.getTime() + dayMs));
    expect(await carryOutDue(milestone)).toEqual([]);
    expect(must(await getMilestone(deps, brand, { id: milestone })).money.held).toBe(50_000n);
  });
});
