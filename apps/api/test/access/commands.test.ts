import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../api";
import { amount, command, submitted } from "./milestones";
import { buildWorld, type World } from "./world";

const clicks = 4;
const parallel = 20;
const part = 1_000n;

let world: World;

beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

describe("money commands over HTTP", () => {
  it("R5 R14: the same click twenty times at once releases once and is answered alike; with other contents it is refused", async () => {
    const { milestones } = world.brand.as.owner.trpc;
    const id = await submitted(world);
    let held = amount;
    for (let click = 0; click < clicks; click += 1) {
      const input = { ...command(), id, amount: part, currency: "GBP", expectedHeld: held } as const;
      const answers = await Promise.all(
        Array.from({ length: parallel }, () => milestones.releasePart.mutate(input)),
      );
      expect(new Set(answers.map(({ releaseId }) => releaseId)).size).toBe(1);
      held -= part;
      expect(await refusalOf(milestones.releasePart.mutate({ ...input, amount: part + 1n }))).toMatchObject({
        httpStatus: 409,
        failure: { code: "command.key_reused" },
      });
      const { money, releases } = await milestones.get.query({ id });
      expect({ held: money.held, releases: releases.length }).toEqual({ held, releases: click + 1 });
    }
  });

  it("R14: a hundred different clicks on one milestone release what was seen once", async () => {
    const { milestones } = world.brand.as.owner.trpc;
    const id = await submitted(world);
    const tries = Array.from({ length: 100 }, async () => {
      try {
        return await milestones.accept.mutate({ ...command(), id, expectedHeld: amount });
      } catch {
        return null;
      }
    });
    expect((await Promise.all(tries)).filter((answer) => answer !== null)).toHaveLength(1);
    const { money, releases } = await milestones.get.query({ id });
    expect({ released: money.released, releases: releases.length }).toEqual({
      released: amount,
      releases: 1,
    });
  });

  it("refuse amounts that make no sense and change nothing", async () => {
    const { milestones } = world.brand.as.owner.trpc;
    const id = await submitted(world);
    const bad = [
      { amount: 0n, currency: "GBP" },
      { amount: -1n, currency: "GBP" },
      { amount: amount + 1n, currency: "GBP" },
      { amount: 10n ** 30n, currency: "GBP" },
      { amount: part, currency: "EUR" },
    ] as const;
    for (const choice of bad) {
      const data = await refusalOf(
        milestones.releasePart.mutate({ ...command(), id, ...choice, expectedHeld: amount }),
      );
      expect([400, 409], JSON.stringify(data)).toContain(data.httpStatus);
      expect(data.failure).not.toBeNull();
    }
    const funding = { ...command(), id, currency: "GBP" } as const;
    for (const wrong of [0n, -1n, 10n ** 30n]) {
      const data = await refusalOf(milestones.fund.mutate({ ...funding, amount: wrong }));
      expect([400, 409], JSON.stringify(data)).toContain(data.httpStatus);
    }
    const draft = {
      ...command(),
      partnershipId: world.partnershipId,
      title: "x",
      description: "",
      criteria: ["x"],
      dueOn: null,
    };
    for (const wrong of [0n, -1n, 10n ** 30n]) {
      const data = await refusalOf(milestones.draft.mutate({ ...draft, amount: wrong, currency: "GBP" }));
      expect([400, 409], `${wrong} ${JSON.stringify(data)}`).toContain(data.httpStatus);
    }
    expect((await milestones.get.query({ id })).money.held).toBe(amount);
  });
});
