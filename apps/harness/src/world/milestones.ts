import { randomUUID } from "node:crypto";
import { payPage } from "../product/hosted-pages";
import { untilAnswered } from "../product/until-answered";
import { waitUntil } from "../wait";
import type { World } from "./open-world";

/** A milestone of `amount` minor units (GBP) that both sides have agreed to. */
export async function agreeOnMilestone(world: World, amount: bigint): Promise<string> {
  const { brand, producer, partnershipId } = world;
  const draft: Parameters<typeof brand.trpc.milestones.draft.mutate>[0] = {
    commandKey: randomUUID(),
    partnershipId,
    title: "Rough cut",
    description: "The first full version.",
    amount,
    currency: "GBP",
    criteria: ["Ten minutes long"],
    dueOn: null,
  };
  const { id } = await untilAnswered(() => brand.trpc.milestones.draft.mutate(draft));
  const propose = { commandKey: randomUUID(), id };
  await untilAnswered(() => brand.trpc.milestones.propose.mutate(propose));
  const { version } = await untilAnswered(() => producer.trpc.milestones.get.query({ id }));
  const agree = { commandKey: randomUUID(), id, version };
  await untilAnswered(() => producer.trpc.milestones.agree.mutate(agree));
  return id;
}

/** Pays for a milestone, or a part of it, on the hosted page; whether the money is held shows later. */
export async function payFor(world: World, id: string, amount: bigint): Promise<string> {
  const command = { commandKey: randomUUID(), id, amount, currency: "GBP" } as const;
  const { fundingId, checkoutUrl } = await untilAnswered(() =>
    world.brand.trpc.milestones.fund.mutate(command),
  );
  await payPage(checkoutUrl);
  return fundingId;
}

/** Milestones of `amount` each with all of it held. */
export async function fundMilestones(world: World, count: number, amount: bigint): Promise<string[]> {
  const ids = await Promise.all(
    Array.from({ length: count }, async () => {
      const id = await agreeOnMilestone(world, amount);
      await payFor(world, id, amount);
      return id;
    }),
  );
  await waitUntilHeld(world, ids);
  world.book.begin(ids, amount);
  return ids;
}

export async function waitUntilHeld({ product }: World, ids: readonly string[]): Promise<void> {
  await waitUntil(
    `${ids.length} milestones to be funded`,
    async () => {
      const { rows } = await product.database.query(
        "select 1 from milestone where id = any($1) and state = 'funded'",
        [ids],
      );
      return rows.length === ids.length;
    },
    { patienceMs: 120_000 },
  );
}

/** The producer starts, and submits the work with every criterion met. */
export async function submitWork({ producer }: World, id: string): Promise<void> {
  await producer.trpc.milestones.start.mutate({ commandKey: randomUUID(), id });
  const { criteria } = await producer.trpc.milestones.get.query({ id });
  await producer.trpc.milestones.submit.mutate({
    commandKey: randomUUID(),
    id,
    note: "",
    links: [],
    fileIds: [],
    criteria: criteria.map((criterion) => ({ criterionId: criterion.id, met: true, note: "" })),
  });
}
