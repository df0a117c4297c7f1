import { randomUUID } from "node:crypto";
import { fundMilestone, getHeldFunds, quoteRemainder, type Scope } from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { drainOperations, must } from "../src";
import { mailsTo } from "./support/behind-the-scopes";
import {
  agreedMilestone,
  fund,
  payablePartnership,
  payFromBank,
  submitWork,
  useMoneyWorld,
} from "./support/money-world";
import { deliverRefunds, differences, findings, look } from "./support/provider-news";
import { remainderCases } from "./support/remainder-case";

const world = useMoneyWorld();
const { partReleased, view, offer, agree, settle } = remainderCases(world);
const dayMs = 86_400_000;
/** Test cards of the sandbox: refunds to them reach the bank days later, or come back from it. */
const refundPends = "4000000000007726";
const refundFails = "4000000000005126";

const mailed = async ({ organizationId }: Scope) =>
  (await mailsTo(world(), organizationId))
    .map(({ template }) => template)
    .filter((template) => template.startsWith("refund."));

const refundList = z.object({
  data: z.array(
    z.object({ amount: z.number(), status: z.string(), metadata: z.record(z.string(), z.string()) }),
  ),
});

/** The provider's refunds of the payments of a milestone. */
async function refundsAtProvider(milestone: string) {
  const { data } = refundList.parse(await world().askProvider("GET", "/v1/refunds?limit=100"));
  return data
    .filter(({ metadata }) => metadata["milestone_id"] === milestone)
    .map(({ amount, status }) => ({ amount, status }));
}

async function refundOf(milestone: string): Promise<string> {
  return withAdmin(world().databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>("select id from refund where milestone_id = $1", [
      milestone,
    ]);
    return rows[0]?.id ?? "";
  });
}

describe("a remainder that returns to the brand", () => {
  test("F52: waits, visibly, while the platform's balance does not cover it, and then goes by itself", async () => {
    // Of the only payment so far the provider has kept its charge.
    const paid = await partReleased();
    await settle(paid, { kind: "return" });
    expect(await view(paid, paid.milestone)).toMatchObject({
      state: "refunding",
      money: { refunding: 30_000n },
      refunds: [{ status: "pending", reason: "It waits until the platform's balance covers it." }],
    });
    await fund(world(), paid, paid.next, 50_000n, "GBP", "4242424242424242");
    await world().pass(10 * dayMs);
    await deliverRefunds(world());
    expect(await view(paid, paid.milestone)).toMatchObject({
      state: "released",
      refunds: [{ status: "succeeded" }],
    });
    expect(await findings(world())).toEqual([]);
  });

  test("F52: goes back with the fee beside it; the milestone ends as released, with what was returned", async () => {
    const paid = await partReleased();
    const wanted = {
      id: paid.milestone,
      kind: "return",
      amount: 30_000n,
      currency: "GBP",
      targetId: null,
    } as const;
    expect(must(await quoteRemainder(world().deps, paid.producer, wanted))).toMatchObject({
      amount: 30_000n,
      fee: 750n,
      heldAfter: 0n,
      endsAs: "released",
      providerKeeps: 473n,
    });
    const { offerId } = must(await offer(paid.producer, paid, { kind: "return" }));
    must(await agree(paid.brand, paid, offerId));
    expect(await view(paid, paid.milestone)).toMatchObject({
      state: "refunding",
      money: { held: 0n, feeHeld: 0n, released: 20_000n, refunded: 30_000n, refunding: 30_000n, toFund: 0n },
      refunds: [{ amount: 30_000n, fee: 750n, status: "pending" }],
    });
    expect(await findings(world())).toEqual([]);
    await drainOperations(world().deps);
    expect(await view(paid, paid.milestone)).toMatchObject({
      state: "released",
      money: { committed: 50_000n, funded: 50_000n, refunded: 30_000n, refunding: 0n },
      refunds: [{ status: "succeeded", reason: null }],
    });
    expect(await refundsAtProvider(paid.milestone)).toEqual([{ amount: 30_750, status: "succeeded" }]);
    expect(await mailed(paid.brand)).toEqual(["refund.arrived"]);
    expect(await mailed(paid.producer)).toEqual(["refund.arrived"]);
    expect(must(await getHeldFunds(world().deps, paid.brand, {})).totals).toMatchObject([
      { currency: "GBP", held: 0n, released: 20_000n, refunded: 30_000n },
    ]);
    expect(await findings(world())).toEqual([]);
  });

  test("F52: of which nothing was released ends as refunded; in review the clock stops", async () => {
    const paid = await partReleased();
    await fund(world(), paid, paid.next, 50_000n);
    await submitWork(world(), paid, paid.next);
    const other = { ...paid, milestone: paid.next };
    await settle(other, { kind: "return" });
    expect(await view(paid, paid.next)).toMatchObject({
      state: "refunded",
      reviewEndsAt: null,
      upcoming: [],
      money: { refunded: 50_000n, released: 0n, held: 0n },
    });
  });

  test("F52: a part goes back and the work goes on; what is funded later pays the fee of what is left", async () => {
    const { brand, producer, id } = await payablePartnership(world());
    const milestone = await agreedMilestone(world(), { id, brand, producer });
    await fund(world(), { brand }, milestone, 40_000n);
    await settle({ id, brand, producer, milestone, next: "" }, { kind: "return", amount: 15_000n });
    expect(await view({ brand }, milestone)).toMatchObject({
      state: "part_funded",
      money: { committed: 50_000n, held: 25_000n, feeHeld: 625n, refunded: 15_000n, toFund: 10_000n },
    });
    await fund(world(), { brand }, milestone, 10_000n);
    expect((await view({ brand }, milestone)).money).toMatchObject({
      held: 35_000n,
      feeHeld: 875n,
      toFund: 0n,
    });
    expect(await findings(world())).toEqual([]);
  });

  test("F52: over several payments it goes back to each, newest first", async () => {
    const { brand, producer, id } = await payablePartnership(world());
    const milestone = await agreedMilestone(world(), { id, brand, producer });
    await fund(world(), { brand }, milestone, 30_000n);
    await world().pass(1_000);
    await fund(world(), { brand }, milestone, 20_000n);
    await settle({ id, brand, producer, milestone, next: "" }, { kind: "return", amount: 25_000n });
    expect((await refundsAtProvider(milestone)).map(({ amount }) => amount).sort()).toEqual(
      [20_500, 5_125].sort(),
    );
    expect((await view({ brand }, milestone)).money).toMatchObject({ held: 25_000n, feeHeld: 625n });
  });

  test("F52: is refused while a payment page is open, or a refund under way", async () => {
    const paid = await partReleased();
    const page = { commandKey: randomUUID(), id: paid.next, amount: 10_000n, currency: "GBP" } as const;
    await fund(world(), paid, paid.next, 20_000n);
    must(await fundMilestone(world().deps, paid.brand, page));
    expect(await offer(paid.brand, { ...paid, milestone: paid.next }, { kind: "return" })).toMatchObject({
      ok: false,
      failure: { code: "funding.another_open" },
    });
    const { offerId } = must(await offer(paid.brand, paid, { kind: "return", amount: 1_000n }));
    must(await agree(paid.producer, paid, offerId));
    expect(await offer(paid.brand, paid, { kind: "return" })).toMatchObject({
      ok: false,
      failure: { code: "remainder.refund_under_way" },
    });
    await drainOperations(world().deps);
  });
});

describe("a refund at the provider", () => {
  test("F52 F91: is made once, whoever carries it out how often, and however its answer was lost", async () => {
    const { deps, databaseUrl } = world();
    const paid = await partReleased();
    const { offerId } = must(await offer(paid.brand, paid, { kind: "return" }));
    must(await agree(paid.producer, paid, offerId));
    const refund = await refundOf(paid.milestone);
    // The first attempt reaches the provider and its answer is lost.
    const lost = {
      ...deps.payments,
      createRefund: async (...args: Parameters<typeof deps.payments.createRefund>) => {
        await deps.payments.createRefund(...args);
        return { kind: "unknown", reason: "the answer was lost" } as const;
      },
    };
    await drainOperations({ ...deps, payments: lost });
    expect((await view(paid, paid.milestone)).refunds).toMatchObject([{ status: "unknown" }]);
    const never = () => Promise.reject(new Error("it was made twice"));
    await withAdmin(databaseUrl, (client) =>
      client.query(
        "update operation set not_before = now() where kind = 'refund.create' and subject_id = $1",
        [refund],
      ),
    );
    await drainOperations({ ...deps, payments: { ...deps.payments, createRefund: never } });
    expect(await view(paid, paid.milestone)).toMatchObject({
      state: "released",
      refunds: [{ status: "succeeded" }],
    });
    expect(await refundsAtProvider(paid.milestone)).toHaveLength(1);
    expect(await findings(world())).toEqual([]);
  });

  test("F52: that the bank has not taken in is visible, and known by its events in any order and number", async () => {
    const paid = await partReleased(refundPends);
    await world().pass(3 * dayMs);
    await settle(paid, { kind: "return" });
    expect(await view(paid, paid.milestone)).toMatchObject({
      state: "refunding",
      refunds: [{ status: "sent", reason: "The bank is working on it." }],
      money: { refunding: 0n, refunded: 30_000n },
    });
    expect(await mailed(paid.brand)).toEqual([]);
    await world().pass(5 * dayMs);
    await deliverRefunds(world(), 3);
    expect(await view(paid, paid.milestone)).toMatchObject({
      state: "released",
      refunds: [{ status: "succeeded", reason: null }],
    });
    expect(await mailed(paid.brand)).toEqual(["refund.arrived"]);
    expect(await findings(world())).toEqual([]);
  });

  test("F52: that the bank sends back ends with a reason; the money is held again and both decide anew", async () => {
    const paid = await partReleased(refundFails);
    await world().pass(3 * dayMs);
    await settle(paid, { kind: "return" });
    expect((await view(paid, paid.milestone)).state).toBe("released");
    await world().pass(5 * dayMs);
    await deliverRefunds(world(), 2);
    expect(await view(paid, paid.milestone)).toMatchObject({
      state: "funded",
      money: { held: 30_000n, feeHeld: 750n, refunded: 0n },
      refunds: [{ status: "failed", reason: "The card that was paid with has expired or was cancelled." }],
    });
    expect((await mailed(paid.producer)).sort()).toEqual(["refund.arrived", "refund.failed"]);
    await settle(paid, { kind: "roll" });
    expect((await view(paid, paid.next)).money).toMatchObject({ held: 30_000n });
    expect(await findings(world())).toEqual([]);
  });

  test("F52: that the provider refuses for good puts the money back at once", async () => {
    const { deps } = world();
    const paid = await partReleased();
    const { offerId } = must(await offer(paid.brand, paid, { kind: "return" }));
    must(await agree(paid.producer, paid, offerId));
    const refusing = {
      ...deps.payments,
      createRefund: async () =>
        ({ kind: "refused", code: "charge_disputed", reason: "The charge has been charged back." }) as const,
    };
    await drainOperations({ ...deps, payments: refusing });
    expect(await view(paid, paid.milestone)).toMatchObject({
      state: "funded",
      money: { held: 30_000n, feeHeld: 750n },
      refunds: [{ status: "failed", reason: "The charge has been charged back." }],
    });
    expect(await findings(world())).toEqual([]);
  });

  test("F52: of a bank debit takes days and arrives", async () => {
    const { deps } = world();
    const usd = { currency: "USD" } as const;
    const partnership = await payablePartnership(world(), {
      terms: { ...usd, timeZone: "America/New_York" },
    });
    const milestone = await agreedMilestone(world(), partnership, usd);
    const input = { commandKey: randomUUID(), id: milestone, amount: 50_000n, ...usd };
    await payFromBank(must(await fundMilestone(deps, partnership.brand, input)).checkoutUrl, "pays");
    // What the provider kept of it is the platform's to bear: other money covers that.
    await fund(world(), partnership, await agreedMilestone(world(), partnership, usd), 50_000n, "USD");
    await world().pass(10 * dayMs);
    await look(world(), partnership);
    const paid = { ...partnership, milestone, next: "" };
    await settle(paid, { kind: "return" });
    expect(await view(paid, milestone)).toMatchObject({ state: "refunding", refunds: [{ status: "sent" }] });
    await world().pass(5 * dayMs);
    await deliverRefunds(world());
    expect(await view(paid, milestone)).toMatchObject({
      state: "refunded",
      refunds: [{ amount: 50_000n, status: "succeeded", paidWith: { last4: "6789" } }],
    });
  });
});

describe("the comparison with the provider", () => {
  test("F129 F52: knows refunds that arrived, that wait at a bank and that came back", async () => {
    await world().pass(2 * 3_600_000);
    await drainOperations(world().deps);
    expect(await differences(world())).toEqual({});
  });
});
