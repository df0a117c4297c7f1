import { randomUUID } from "node:crypto";
import {
  draftMilestone,
  fundMilestone,
  listPayouts,
  quoteFunding,
  releasePart,
  type Scope,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { expect, it } from "vitest";
import { z } from "zod";
import { drainOperations, must, startedPartnership } from "../src";
import { agreedMilestone, fund, payablePartnership, useMoneyWorld } from "./support/money-world";

const world = useMoneyWorld();
const listed = z.object({ data: z.array(z.object({ amount: z.number() })) });

/** What the provider was asked to charge so far. */
async function sessions(): Promise<number> {
  const { data } = listed
    .extend({ data: z.array(z.object({ id: z.string() })) })
    .parse(await world().askProvider("GET", "/v1/checkout/sessions?limit=100"));
  return data.length;
}

it("C34: what cannot be charged is refused by the field, the quote and the draft, and the provider is never asked", async () => {
  const { deps } = world();
  const partnership = await startedPartnership(deps);
  const { brand } = partnership;
  const id = await agreedMilestone(world(), partnership, { amount: 10_000n });
  const before = await sessions();
  const ask = (amount: bigint) => ({ id, amount, currency: "GBP" as const });
  const tooLittle = {
    ok: false,
    failure: { code: "amount.below_minimum", field: "amount", details: { minimum: "30" } },
  };
  const noRest = {
    ok: false,
    failure: { code: "amount.rest_below_minimum", field: "amount", details: { rest: "10", minimum: "30" } },
  };
  expect(await fundMilestone(deps, brand, { commandKey: randomUUID(), ...ask(29n) })).toMatchObject(
    tooLittle,
  );
  expect(await fundMilestone(deps, brand, { commandKey: randomUUID(), ...ask(9_990n) })).toMatchObject(
    noRest,
  );
  expect(await quoteFunding(deps, brand, ask(29n))).toMatchObject(tooLittle);
  expect(await quoteFunding(deps, brand, ask(9_990n))).toMatchObject(noRest);
  const draft = {
    commandKey: randomUUID(),
    partnershipId: partnership.id,
    title: "A sketch",
    description: "",
    amount: 29n,
    currency: "GBP" as const,
    criteria: ["It is there"],
    dueOn: null,
  };
  expect(await draftMilestone(deps, brand, draft)).toMatchObject(tooLittle);
  expect(await sessions()).toBe(before);
  expect((await fundMilestone(deps, brand, { commandKey: randomUUID(), ...ask(9_970n) })).ok).toBe(true);
});

async function letGo(brand: Scope, id: string, amount: bigint, expectedHeld: bigint): Promise<void> {
  world().clock.advanceBy(1_000);
  const part = { commandKey: randomUUID(), id, amount, currency: "GBP" as const, expectedHeld };
  must(await releasePart(world().deps, brand, part));
  await drainOperations(world().deps);
}

it("C34: a payout below the smallest one waits, says for how much, and goes along with the next, once", async () => {
  const { deps, databaseUrl } = world();
  const partnership = await payablePartnership(world());
  const { brand, producer } = partnership;
  const id = await agreedMilestone(world(), partnership, { amount: 10_000n });
  await fund(world(), partnership, id, 10_000n);
  await letGo(brand, id, 20n, 10_000n);
  const payouts = async () => must(await listPayouts(deps, producer, {})).items;
  expect(await payouts()).toMatchObject([
    { amount: 20n, status: "waiting", waitsFor: 100n, failureReason: null },
  ]);
  await letGo(brand, id, 30n, 9_980n);
  expect((await payouts()).map(({ amount, waitsFor }) => ({ amount, waitsFor }))).toEqual([
    { amount: 30n, waitsFor: 100n },
    { amount: 20n, waitsFor: 100n },
  ]);
  await letGo(brand, id, 60n, 9_950n);
  const [sent, ...others] = await payouts();
  expect(others).toEqual([]);
  expect(sent).toMatchObject({ amount: 110n, status: "in_transit", waitsFor: null });
  expect(sent?.lines.map(({ net }) => net).sort()).toEqual([20n, 30n, 60n]);
  // The work of the small ones finds nothing left to do, however often it runs.
  await withAdmin(databaseUrl, (client) =>
    client.query(
      "update operation set status = 'pending', not_before = now(), leased_until = null where kind = 'payout.create'",
    ),
  );
  await drainOperations(deps);
  expect((await payouts()).map(({ amount }) => amount)).toEqual([110n]);
  const { rows } = await withAdmin(databaseUrl, (client) =>
    client.query(
      "select after ->> 'amount' as amount from audit_event where action = 'payout.gather' order by 1",
    ),
  );
  expect(rows).toEqual([{ amount: "20" }, { amount: "30" }]);
});
