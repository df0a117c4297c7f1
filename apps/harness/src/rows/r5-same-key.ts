import { randomUUID } from "node:crypto";
import { refusalOf, untilAnswered } from "../product/until-answered";
import { readTruth, type Truth, waitUntilQuiet } from "../truth/truth";
import { fundMilestones } from "../world/milestones";
import type { World } from "../world/open-world";
import { released } from "../world/release-book";

export interface SameKeyOutcome {
  readonly requests: number;
  /** How many drafts and releases exist in the end. */
  readonly drafts: number;
  readonly releases: number;
  /** Keys whose requests were answered differently. */
  readonly unequal: readonly string[];
  /** What a key answers that comes again with another body. */
  readonly reused: ReadonlySet<string | null>;
  readonly truth: Truth;
}

const held = 90_000_000n;

/**
 * Each key is sent `copies` times at once: half of the keys draft a milestone, half let a part go. Afterwards each key
 * comes once more with another body.
 */
export async function repeatKeys(world: World, keys: number, copies: number): Promise<SameKeyOutcome> {
  const { product, brand, partnershipId } = world;
  const lanes = await fundMilestones(world, Math.min(8, keys), held);
  await waitUntilQuiet(product);
  const count = async (table: "milestone" | "release") =>
    (await product.database.query(`select 1 from ${table}`)).rows.length;
  const before = { milestones: await count("milestone"), releases: await count("release") };
  const unequal: string[] = [];
  const reused = new Set<string | null>();

  async function sendMany(key: string, send: () => Promise<string>): Promise<string> {
    const answers = await Promise.all(Array.from({ length: copies }, () => untilAnswered(send)));
    if (new Set(answers).size !== 1) unequal.push(key);
    return answers[0] ?? "";
  }

  async function draft(): Promise<void> {
    const key = randomUUID();
    const input: Parameters<typeof brand.trpc.milestones.draft.mutate>[0] = {
      commandKey: key,
      partnershipId,
      title: `Cut ${key}`,
      description: "",
      amount: 5_000n,
      currency: "GBP",
      criteria: ["Done"],
      dueOn: null,
    };
    await sendMany(key, async () => (await brand.trpc.milestones.draft.mutate(input)).id);
    reused.add(await refusedWith(() => brand.trpc.milestones.draft.mutate({ ...input, title: "Another" })));
  }

  async function release(milestoneId: string, expectedHeld: bigint): Promise<void> {
    const key = randomUUID();
    const input = { commandKey: key, id: milestoneId, amount: 100n, currency: "GBP", expectedHeld } as const;
    const releaseId = await sendMany(key, async () =>
      released(await brand.trpc.milestones.releasePart.mutate(input)),
    );
    world.book.note({ milestoneId, amount: 100n, releaseId });
    reused.add(await refusedWith(() => brand.trpc.milestones.releasePart.mutate({ ...input, amount: 200n })));
  }

  const half = Math.floor(keys / 2);
  await Promise.all(
    lanes.map(async (milestoneId, lane) => {
      for (let turn = 0; lane + turn * lanes.length < keys - half; turn += 1) await draft();
      for (let turn = 0; lane + turn * lanes.length < half; turn += 1)
        await release(milestoneId, held - 100n * BigInt(turn));
    }),
  );
  await waitUntilQuiet(product);
  return {
    requests: keys * copies,
    drafts: (await count("milestone")) - before.milestones,
    releases: (await count("release")) - before.releases,
    unequal,
    reused,
    truth: await readTruth(world),
  };
}

async function refusedWith(call: () => Promise<unknown>): Promise<string | null> {
  try {
    await call();
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}
