import { randomUUID } from "node:crypto";
import { views } from "@evenshare/domain";
import { drainOperations } from "@evenshare/testing";
import { z } from "zod";
import { payOnPage } from "./pages";
import type { World } from "./world";

export const command = () => ({ commandKey: randomUUID() });
export const amount = 10_000n;

/** A milestone that the brand has drafted. */
export async function drafted(world: World): Promise<string> {
  const { id } = await world.brand.as.owner.trpc.milestones.draft.mutate(draft(world));
  return id;
}

export function draft({ marker, partnershipId }: World) {
  return {
    ...command(),
    partnershipId,
    title: `${marker} cut`,
    description: `${marker} described`,
    amount,
    currency: "GBP" as const,
    criteria: [`${marker} is loud`, `${marker} is long`],
    dueOn: null,
  };
}

export async function proposed(world: World): Promise<string> {
  const id = await drafted(world);
  await world.brand.as.owner.trpc.milestones.propose.mutate({ ...command(), id });
  return id;
}

export async function agreed(world: World): Promise<string> {
  const id = await proposed(world);
  const { version } = await world.producer.as.owner.trpc.milestones.get.query({ id });
  await world.producer.as.owner.trpc.milestones.agree.mutate({ ...command(), id, version });
  return id;
}

export async function funded(world: World): Promise<string> {
  const id = await agreed(world);
  const { checkoutUrl } = await world.brand.as.owner.trpc.milestones.fund.mutate({
    ...command(),
    id,
    amount,
    currency: "GBP",
  });
  await payOnPage(checkoutUrl);
  await drainOperations(world.deps);
  return id;
}

export async function inProgress(world: World): Promise<string> {
  const id = await funded(world);
  await world.producer.as.owner.trpc.milestones.start.mutate({ ...command(), id });
  return id;
}

export async function submitted(world: World): Promise<string> {
  const id = await inProgress(world);
  await world.producer.as.owner.trpc.milestones.submit.mutate(await submission(world, id));
  return id;
}

/** A submission with a file, and every criterion answered. */
export async function submission(world: World, id: string) {
  return {
    ...command(),
    id,
    note: `${world.marker} is done`,
    links: [],
    fileIds: [await uploaded(world)],
    criteria: (await criteriaOf(world, id)).map((criterionId) => ({ criterionId, met: true, note: "" })),
  };
}

export async function criteriaOf(world: World, id: string): Promise<string[]> {
  const { criteria } = await world.brand.as.owner.trpc.milestones.get.query({ id });
  return criteria.map((criterion) => criterion.id);
}

/** A file of the producer that is part of no submission yet. */
export async function uploaded(world: World, uploader = world.producer.as.owner): Promise<string> {
  const answer = await uploader.fetch("/api/files", { method: "POST", body: uploadForm(world.marker) });
  return views.fileView.parse(await answer.json()).id;
}

export function uploadForm(marker: string): FormData {
  const form = new FormData();
  form.append("file", new Blob([`%PDF-1.7 ${marker}`], { type: "application/pdf" }), `${marker}.pdf`);
  return form;
}

const charges = z.object({ data: z.array(z.object({ id: z.string() })) });
const dispute = z.object({ id: z.string() });

/** A milestone whose payment the brand's bank took back for good after a part of it had been released. */
export async function takenBack(world: World): Promise<string> {
  const id = await submitted(world);
  const { data } = charges.parse(await world.askSandbox("GET", "/v1/charges?limit=1"));
  const part = { ...command(), id, amount: 4_000n, currency: "GBP", expectedHeld: amount } as const;
  await world.brand.as.owner.trpc.milestones.releasePart.mutate(part);
  await drainOperations(world.deps);
  const opened = dispute.parse(
    await world.askSandbox("POST", `/_sandbox/charges/${data[0]?.id}/dispute`, {}),
  );
  await world.askSandbox("POST", `/_sandbox/disputes/${opened.id}/decide`, { outcome: "lost" });
  const event = {
    eventId: `evt_${opened.id}`,
    type: "charge.dispute.closed",
    accountId: null,
    objectId: opened.id,
    createdAt: world.deps.clock.now(),
  };
  await world.deps.database.storeProviderEvent(event, randomUUID(), world.deps.clock.now());
  await drainOperations(world.deps);
  return id;
}
