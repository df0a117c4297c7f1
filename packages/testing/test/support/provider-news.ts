import { randomUUID } from "node:crypto";
import { runReconciliation } from "@evenshare/application";
import { z } from "zod";
import { drainOperations, type StartedPartnership, type TestWorld } from "../../src";
import type { MoneyWorld } from "./money-world";

/** What the worker does when the provider tells something: the brand's open fundings are looked at again. */
export async function look({ deps }: TestWorld, { brand }: Pick<StartedPartnership, "brand">): Promise<void> {
  await deps.database.hastenOperations("funding.sync", brand.organizationId);
  await drainOperations(deps);
}

const eventList = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      created: z.number(),
      data: z.object({ object: z.looseObject({ id: z.string().optional() }) }),
    }),
  ),
});

/** Delivers the provider's events about disputes that nobody has seen yet, each `times`, newest first. */
export function deliverDisputes(world: MoneyWorld, times = 1): Promise<void> {
  return deliver(world, (type) => type.startsWith("charge.dispute."), times);
}

/** The same for its events about refunds. */
export function deliverRefunds(world: MoneyWorld, times = 1): Promise<void> {
  return deliver(world, (type) => type.startsWith("refund.") || type.startsWith("charge.refund"), times);
}

async function deliver(
  { deps, askProvider }: MoneyWorld,
  wanted: (type: string) => boolean,
  times: number,
): Promise<void> {
  const { data } = eventList.parse(await askProvider("GET", "/v1/events?limit=100"));
  const events = data.filter(({ type }) => wanted(type));
  for (let turn = 0; turn < times; turn += 1) {
    for (const { id, type, created, data: picture } of events) {
      const event = {
        // A second delivery under another id must change nothing either.
        eventId: turn === 0 ? id : `${id}_${turn}`,
        type,
        accountId: null,
        objectId: picture.object.id ?? "",
        createdAt: new Date(created * 1_000),
      };
      await deps.database.storeProviderEvent(event, randomUUID(), deps.clock.now());
    }
    await drainOperations(deps);
  }
}

/** How the ledger and the provider's own movements differ, by kind. */
export async function differences({ deps }: TestWorld): Promise<unknown> {
  for (let rounds = 0; rounds < 20; rounds += 1) {
    if ((await runReconciliation(deps)).kind === "done") break;
  }
  return (await deps.database.readLastReconciliation())?.differences;
}

/** What the ledger's invariants find wrong. */
export async function findings({ deps }: TestWorld): Promise<unknown[]> {
  return (await deps.database.checkLedger(deps.clock.now())).findings.slice();
}
