import {
  getBrandHome,
  getHeldFunds,
  getMilestone,
  getProducerHome,
  listPayouts,
  quoteFunding,
  quoteRelease,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { views } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { draftedMilestone, must } from "../src";
import {
  acceptWork,
  agreedMilestone,
  fund,
  payablePartnership,
  submitWork,
  useMoneyWorld,
} from "./support/money-world";

const world = useMoneyWorld();
const dayMs = 86_400_000;

describe("the views of money, over the payment sandbox", () => {
  it("F44 F60: follow one milestone from agreed to paid out, and add up to the ledger", async () => {
    const { deps, clock, databaseUrl } = world();
    const partnership = await payablePartnership(world());
    const { brand, producer } = partnership;
    await draftedMilestone(deps, brand, partnership.id, { title: "Only a draft" });
    clock.advanceBy(1_000);
    const id = await agreedMilestone(world(), partnership);

    const quote = must(await quoteFunding(deps, brand, { id, amount: 20_000n, currency: "GBP" }));
    expect(quote).toEqual({
      currency: "GBP",
      amount: 20_000n,
      fee: 500n,
      charged: 20_500n,
      toFundAfter: 30_000n,
    });
    expect(must(await getBrandHome(deps, brand, {}))).toMatchObject({
      toFund: 1,
      toApprove: 0,
      held: [],
      needsYou: [
        { action: "propose", title: "Only a draft" },
        { action: "fund", milestoneId: id, amount: 50_000n },
      ],
    });

    expect(must(await getHeldFunds(deps, brand, {}))).toMatchObject({
      totals: [{ currency: "GBP", held: 0n, toFund: 50_000n }],
      milestones: [],
    });

    await fund(world(), partnership, id, 20_000n);
    expect(must(await getMilestone(deps, producer, { id }))).toMatchObject({
      state: "part_funded",
      money: {
        committed: 50_000n,
        funded: 20_000n,
        held: 20_000n,
        toFund: 30_000n,
        released: 0n,
        feeHeld: 500n,
      },
      fundings: [{ amount: 20_000n, fee: 500n, charged: 20_500n, status: "succeeded" }],
      terms: { minimumStart: 50_000n },
      actions: ["offer_remainder"],
      nextAction: null,
    });

    await fund(world(), partnership, id, 30_000n);
    await submitWork(world(), partnership, id);
    const submitted = must(await getMilestone(deps, brand, { id }));
    expect(submitted).toMatchObject({
      state: "submitted",
      nextAction: "accept",
      actions: ["request_revision", "accept", "release_part", "offer_remainder"],
      submissions: [{ version: 1, links: ["https://example.test/cut"], files: [] }],
      reviewEndsAt: new Date(clock.now().getTime() + 14 * dayMs),
    });
    expect(submitted.upcoming.map(({ kind }) => kind)).toEqual([
      "review.reminder",
      "review.reminder",
      "review.reminder",
      "review.release",
    ]);
    expect(must(await getBrandHome(deps, brand, {}))).toMatchObject({
      toApprove: 1,
      held: [{ currency: "GBP", amount: 50_000n }],
      releasingIn30Days: [{ currency: "GBP", amount: 50_000n }],
      needsYou: [{ action: "review", milestoneId: id, dueAt: submitted.reviewEndsAt }, { action: "propose" }],
    });
    expect(must(await getHeldFunds(deps, brand, {})).totals).toMatchObject([
      { held: 50_000n, inReview: 50_000n },
    ]);

    const release = must(await quoteRelease(deps, brand, { id, amount: 50_000n }));
    expect(release).toEqual({
      currency: "GBP",
      gross: 50_000n,
      fee: 1_250n,
      net: 50_000n,
      heldAfter: 0n,
      secondPerson: null,
    });
    await acceptWork(world(), partnership, id);
    expect(must(await getMilestone(deps, producer, { id }))).toMatchObject({
      state: "released",
      money: { held: 0n, released: 50_000n, inFlight: 0n, paidOut: 0n, feeHeld: 0n },
      releases: [
        {
          gross: 50_000n,
          net: 50_000n,
          fee: 1_250n,
          trigger: "accepted",
          transferStatus: "confirmed",
          payout: { status: "in_transit" },
        },
      ],
    });
    const home = must(await getProducerHome(deps, producer, {}));
    expect(home).toMatchObject({
      safe: [],
      arriving: [{ currency: "GBP", amount: 50_000n }],
      paidIn30Days: [],
    });
    expect(home.calendar).toMatchObject([{ kind: "payout_expected", amount: 50_000n, direction: "in" }]);
    expect(must(await listPayouts(deps, producer, {})).items).toMatchObject([
      {
        amount: 50_000n,
        status: "in_transit",
        lines: [{ milestoneId: id, milestoneTitle: "Rough cut", net: 50_000n }],
      },
    ]);

    const held = must(await getHeldFunds(deps, brand, {}));
    expect(views.heldFundsView.parse(held)).toEqual(held);
    expect(held.holder).toContain("Stripe");
    expect(held.holder).not.toMatch(/escrow/i);
    const ledger = await withAdmin(databaseUrl, async (client) => {
      const { rows } = await client.query<{ held: string }>(
        "select coalesce(sum(balance), 0)::text as held from ledger_balance",
      );
      return BigInt(rows[0]?.held ?? "0");
    });
    expect(ledger).toBe(
      held.totals.reduce((sum, total) => sum + total.held + total.inFlight + total.feeHeld, 0n),
    );
  });
});
