import { randomUUID } from "node:crypto";
import { fundMilestone, getMilestone, listHolds } from "@evenshare/application";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { must, type StartedPartnership } from "../src";
import { agreedMilestone, payablePartnership, payPage, useMoneyWorld } from "./support/money-world";
import { deliverDisputes, differences, findings, look } from "./support/provider-news";

const world = useMoneyWorld();
const terms = { currency: "USD", timeZone: "America/New_York" } as const;
const usd = { currency: "USD" } as const;

type Paid = StartedPartnership & { readonly milestone: string };

const view = async ({ brand, milestone }: Paid) =>
  must(await getMilestone(world().deps, brand, { id: milestone }));

const holdOf = async ({ producer, milestone }: Paid) => {
  const [hold, ...others] = must(await listHolds(world().deps, producer, { milestoneId: milestone })).items;
  if (hold === undefined || others.length > 0) throw new Error("there is not one hold");
  return hold;
};

describe("a card payment that is disputed", () => {
  const charges = z.object({ data: z.array(z.object({ id: z.string(), payment_intent: z.string() })) });
  const disputes = z.object({ id: z.string() });

  /** $500.00 by card, held and then disputed at the bank. */
  async function disputed(): Promise<Paid & { readonly dispute: string }> {
    const { deps, askProvider } = world();
    const partnership = await payablePartnership(world(), { terms });
    const milestone = await agreedMilestone(world(), partnership, usd);
    const input = { commandKey: randomUUID(), id: milestone, amount: 50_000n, ...usd };
    await payPage(must(await fundMilestone(deps, partnership.brand, input)).checkoutUrl);
    await look(world(), partnership);
    const { data } = charges.parse(await askProvider("GET", "/v1/charges?limit=1"));
    const path = `/_sandbox/charges/${data[0]?.id}/dispute`;
    const { id: dispute } = disputes.parse(await askProvider("POST", path, {}));
    await deliverDisputes(world());
    return { ...partnership, milestone, dispute };
  }

  test("C20 F95: is not paid in a second time while it is open, and comes back whole when it is won", async () => {
    const { deps, askProvider } = world();
    const paid = await disputed();
    expect(await view(paid)).toMatchObject({ state: "funding_failed", money: { held: 0n }, toRepay: 0n });
    const again = { commandKey: randomUUID(), id: paid.milestone, amount: 50_000n, ...usd };
    expect(await fundMilestone(deps, paid.brand, again)).toMatchObject({
      ok: false,
      failure: { code: "funding.contested" },
    });
    await askProvider("POST", `/_sandbox/disputes/${paid.dispute}/decide`, { outcome: "won" });
    await deliverDisputes(world(), 2);
    expect(await view(paid)).toMatchObject({
      state: "funded",
      money: { held: 50_000n, feeHeld: 1_250n },
      fundings: [{ returned: 0n }],
    });
    expect((await holdOf(paid)).end).toMatchObject({ reason: expect.stringMatching(/stands/) });
    expect(await findings(world())).toEqual([]);
  });

  test("C20: that is lost stays gone and can be funded again", async () => {
    const { deps, askProvider } = world();
    const paid = await disputed();
    await askProvider("POST", `/_sandbox/disputes/${paid.dispute}/decide`, { outcome: "lost" });
    await deliverDisputes(world());
    const again = { commandKey: randomUUID(), id: paid.milestone, amount: 50_000n, ...usd };
    await payPage(must(await fundMilestone(deps, paid.brand, again)).checkoutUrl);
    await look(world(), paid);
    expect(await view(paid)).toMatchObject({ state: "funded", money: { held: 50_000n } });
    expect((await holdOf(paid)).end).not.toBeNull();
    expect(await findings(world())).toEqual([]);
  });
});

describe("the comparison with the provider", () => {
  test("F129 F95: knows cards disputed, won and lost", async () => {
    await world().pass(2 * 3_600_000);
    expect(await differences(world())).toEqual({});
  });
});
