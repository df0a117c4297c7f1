import { randomUUID } from "node:crypto";
import { acceptMilestone, fundMilestone, type Scope } from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { drainOperations, must } from "../src";
import { auditOf, mailsTo } from "./support/behind-the-scopes";
import { acceptWork, agreedMilestone, fund, submitWork, useMoneyWorld } from "./support/money-world";
import { deliverDisputes, differences, findings } from "./support/provider-news";
import { type RemainderCase, remainderCases } from "./support/remainder-case";

const world = useMoneyWorld();
const { partReleased, view, offer, agree, settle } = remainderCases(world);

const mailed = async ({ organizationId }: Scope) =>
  (await mailsTo(world(), organizationId))
    .map(({ template }) => template)
    .filter((template) => template.startsWith("remainder."));

/** The charges that transfers of a milestone drew on. */
async function drawnOn(milestone: string): Promise<{ funding_id: string; amount: string }[]> {
  return withAdmin(world().databaseUrl, async (client) => {
    const { rows } = await client.query<{ funding_id: string; amount: string }>(
      "select funding_id, amount::text from transfer where milestone_id = $1 order by created_at, transfer.amount desc",
      [milestone],
    );
    return rows;
  });
}

describe("a remainder that rolls into the next milestone", () => {
  test("F52: moves with the fee beside it; the first is through, the next is funded by it, both are told", async () => {
    const paid = await partReleased();
    const { offerId } = must(await offer(paid.producer, paid, { kind: "roll" }));
    expect(await view(paid, paid.milestone)).toMatchObject({
      offer: { id: offerId, kind: "roll", amount: 30_000n, fee: 750n, heldAfter: 0n, bySide: "producer" },
      actions: expect.arrayContaining(["agree_remainder", "decline_remainder"]),
      money: { held: 30_000n },
    });
    expect(must(await agree(paid.brand, paid, offerId))).toEqual({ status: "agreed" });
    expect(await view(paid, paid.milestone)).toMatchObject({
      state: "released",
      offer: null,
      money: { committed: 20_000n, funded: 20_000n, held: 0n, feeHeld: 0n, released: 20_000n, toFund: 0n },
      rolls: [{ direction: "out", amount: 30_000n, fee: 750n, other: { id: paid.next } }],
    });
    expect(await view(paid, paid.next)).toMatchObject({
      state: "part_funded",
      money: { committed: 50_000n, funded: 30_000n, held: 30_000n, feeHeld: 750n, toFund: 20_000n },
      rolls: [{ direction: "in", amount: 30_000n, other: { id: paid.milestone } }],
    });
    expect((await mailed(paid.brand)).sort()).toEqual(["remainder.agreed", "remainder.offered"]);
    expect(await mailed(paid.producer)).toEqual(["remainder.agreed"]);
    expect((await auditOf(world(), paid.milestone)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(["remainder.offer", "remainder.roll"]),
    );
    expect(await findings(world())).toEqual([]);
  });

  test("F52 F91: what is released of the next milestone draws on the charge that the money came from", async () => {
    const paid = await partReleased();
    await settle(paid, { kind: "roll" });
    await fund(world(), paid, paid.next, 20_000n);
    await submitWork(world(), paid, paid.next);
    must(
      await acceptMilestone(world().deps, paid.brand, {
        commandKey: randomUUID(),
        id: paid.next,
        expectedHeld: 50_000n,
      }),
    );
    await drainOperations(world().deps);
    const [first] = await drawnOn(paid.milestone);
    expect(await drawnOn(paid.next)).toMatchObject([
      { funding_id: first?.funding_id, amount: "30000" },
      { amount: "20000" },
    ]);
    expect(await view(paid, paid.next)).toMatchObject({
      state: "released",
      money: { released: 50_000n, feeHeld: 0n },
    });
    expect(await findings(world())).toEqual([]);
  });

  test("F52: a part of it rolls and the work goes on; what rolls on and back home adds up all the way", async () => {
    const { brand, ...paid } = await partReleased();
    const at = (milestone: string, next: string): RemainderCase => ({ ...paid, brand, milestone, next });
    const first = await agreedMilestone(world(), { ...paid, brand }, { title: "Third cut" });
    await fund(world(), { brand }, first, 30_000n);
    await settle(at(first, paid.next), { kind: "roll", amount: 10_000n });
    expect(await view({ brand }, first)).toMatchObject({
      state: "part_funded",
      money: { committed: 40_000n, held: 20_000n, feeHeld: 500n, toFund: 20_000n },
    });
    await settle(at(paid.next, first), { kind: "roll", amount: 4_000n });
    expect((await view({ brand }, paid.next)).money).toMatchObject({ held: 6_000n, feeHeld: 150n });
    expect((await view({ brand }, first)).money).toMatchObject({ held: 24_000n, feeHeld: 600n });
    // It came home: all of it can be released there again.
    await fund(world(), { brand }, first, 16_000n);
    await submitWork(world(), { ...paid, brand }, first);
    await acceptWork(world(), { ...paid, brand }, first);
    expect(await view({ brand }, first)).toMatchObject({ state: "released", money: { released: 40_000n } });
    expect(await findings(world())).toEqual([]);
  });

  test("F52: is refused with field and reason where it cannot be carried out", async () => {
    const paid = await partReleased();
    const refused = async (choice: Parameters<typeof offer>[2]) => {
      const result = await offer(paid.brand, paid, choice);
      return result.ok ? "offered" : [result.failure.code, result.failure.field];
    };
    expect(await refused({ kind: "roll", amount: 30_001n })).toEqual(["remainder.more_than_held", "amount"]);
    expect(await refused({ kind: "roll", amount: 0n })).toEqual(["input.invalid", "amount"]);
    expect(await refused({ kind: "roll", targetId: paid.milestone })).toEqual([
      "remainder.same_milestone",
      "targetId",
    ]);
    await fund(world(), paid, paid.next, 30_000n);
    expect(await refused({ kind: "roll" })).toEqual(["remainder.more_than_target_lacks", "amount"]);
    const open = { commandKey: randomUUID(), id: paid.next, amount: 20_000n, currency: "GBP" } as const;
    must(await fundMilestone(world().deps, paid.brand, open));
    expect(await refused({ kind: "roll", amount: 1n })).toEqual([
      "remainder.more_than_target_lacks",
      "amount",
    ]);
    const elsewhere = await partReleased();
    expect(await refused({ kind: "roll", targetId: elsewhere.next })).toEqual([
      "milestone.not_found",
      undefined,
    ]);
  });
});

describe("a payment that the bank takes back after a part of it rolled on", () => {
  const charges = z.object({ data: z.array(z.object({ id: z.string() })) });

  async function disputeLatest(): Promise<void> {
    const { data } = charges.parse(await world().askProvider("GET", "/v1/charges?limit=1"));
    await world().askProvider("POST", `/_sandbox/charges/${data[0]?.id}/dispute`, {});
    await deliverDisputes(world(), 2);
  }

  test("F52 F95: is taken where its money lies: held of the one, owed for the other, and comes back so", async () => {
    const paid = await partReleased();
    await settle(paid, { kind: "roll" });
    await disputeLatest();
    expect(await view(paid, paid.milestone)).toMatchObject({
      state: "clawback_open",
      owed: 20_500n,
      money: { held: 0n, released: 20_000n },
    });
    expect(await view(paid, paid.next)).toMatchObject({
      state: "funding_failed",
      owed: 0n,
      money: { held: 0n, feeHeld: 0n, toFund: 50_000n },
    });
    expect(await findings(world())).toEqual([]);
    const list = z.object({ data: z.array(z.object({ id: z.string() })) });
    const { data } = list.parse(await world().askProvider("GET", "/v1/disputes?limit=1"));
    await world().askProvider("POST", `/_sandbox/disputes/${data[0]?.id}/decide`, { outcome: "won" });
    await deliverDisputes(world(), 2);
    expect(await view(paid, paid.milestone)).toMatchObject({ state: "released", owed: 0n });
    expect(await view(paid, paid.next)).toMatchObject({
      state: "part_funded",
      money: { held: 30_000n, feeHeld: 750n },
    });
    expect(await findings(world())).toEqual([]);
  });

  test("F129 C41: the ledger and the provider agree about all of it", async () => {
    await world().pass(2 * 3_600_000);
    await drainOperations(world().deps);
    expect(await differences(world())).toEqual({});
  });
});
