import { randomUUID } from "node:crypto";
import {
  draftMilestone,
  fundMilestone,
  getMilestone,
  quoteFunding,
  quoteRelease,
  releasePart,
} from "@evenshare/application";
import type { Result } from "@evenshare/domain";
import { expect, it } from "vitest";
import { drainOperations, must } from "../src";
import { expectNothingWritten } from "./support/behind-the-scopes";
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

it("C25 F91: dinars are funded, released in part and paid out in tens of fils, fees included", async () => {
  const { deps } = world();
  const partnership = await payablePartnership(world(), { terms: { currency: "KWD" } });
  const { brand } = partnership;
  const id = await agreedMilestone(world(), partnership, { amount: 123_450n, currency: "KWD" });

  const notInSteps = { ok: false, failure: { code: "amount.not_in_steps", field: "amount" } };
  const fils = { id, amount: 60_005n, currency: "KWD" } as const;
  const refusals: (() => Promise<Result<unknown>>)[] = [
    () => quoteFunding(deps, brand, fils),
    () => fundMilestone(deps, brand, { ...fils, commandKey: randomUUID() }),
    () =>
      draftMilestone(deps, brand, {
        commandKey: randomUUID(),
        partnershipId: partnership.id,
        title: "In fils",
        description: "",
        amount: 99_999n,
        currency: "KWD",
        criteria: ["One"],
        dueOn: null,
      }),
  ];
  for (const refused of refusals) {
    expect(await expectNothingWritten(world(), refused)).toMatchObject(notInSteps);
  }

  // 2.5 % of 60.010 are 1.50025, and of all 123.450 3.08625: charged are 1.500 and the rest of 3.090.
  await fund(world(), partnership, id, 60_010n, "KWD");
  await fund(world(), partnership, id, 63_440n, "KWD");
  const funded = must(await getMilestone(deps, brand, { id }));
  expect(funded.fundings.map(({ fee, status }) => [fee, status]).sort()).toEqual([
    [1_500n, "succeeded"],
    [1_590n, "succeeded"],
  ]);
  expect(funded.money).toMatchObject({ held: 123_450n, feeHeld: 3_090n });

  await submitWork(world(), partnership, id);
  const part = { ...fils, commandKey: randomUUID(), expectedHeld: 123_450n };
  expect(await expectNothingWritten(world(), () => releasePart(deps, brand, part))).toMatchObject(notInSteps);
  expect(await quoteRelease(deps, brand, { id, amount: 60_005n })).toMatchObject(notInSteps);
  must(await releasePart(deps, brand, { ...part, commandKey: randomUUID(), amount: 70_000n }));
  await drainOperations(deps);
  await acceptWork(world(), partnership, id);
  await world().pass(7 * dayMs);
  const after = must(await getMilestone(deps, brand, { id }));
  expect(after.releases.map(({ gross, transferStatus }) => [gross, transferStatus]).sort()).toEqual([
    [53_450n, "confirmed"],
    [70_000n, "confirmed"],
  ]);
  expect(after.releases.every(({ payout }) => payout?.status === "in_transit")).toBe(true);
  expect(after.money).toMatchObject({ held: 0n, feeHeld: 0n, released: 123_450n });
  expect((await deps.database.checkLedger(deps.clock.now())).findings).toEqual([]);
});

it("C25 F91: yen are funded, released and paid out whole", async () => {
  const { deps } = world();
  const partnership = await payablePartnership(world(), { terms: { currency: "JPY" } });
  const id = await agreedMilestone(world(), partnership, { amount: 100_001n, currency: "JPY" });
  await fund(world(), partnership, id, 100_001n, "JPY");
  const funded = must(await getMilestone(deps, partnership.brand, { id }));
  expect(funded.fundings).toMatchObject([{ amount: 100_001n, fee: 2_500n, charged: 102_501n }]);
  await submitWork(world(), partnership, id);
  await acceptWork(world(), partnership, id);
  const after = must(await getMilestone(deps, partnership.brand, { id }));
  expect(after.releases).toMatchObject([{ gross: 100_001n, net: 100_001n, transferStatus: "confirmed" }]);
  expect(after.releases[0]?.payout?.status).toBe("in_transit");
  expect((await deps.database.checkLedger(deps.clock.now())).findings).toEqual([]);
});
