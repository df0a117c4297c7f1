import { openWebhookRelay } from "../network/webhook-relay";
import { openProduct } from "../product/open-product";
import { type EndState, readEndState } from "../truth/end-state";
import { readTruth, type Truth, waitUntilQuiet } from "../truth/truth";
import { waitUntil } from "../wait";
import { agreeOnMilestone, payFor, waitUntilHeld } from "../world/milestones";
import { openWorld, type World } from "../world/open-world";
import type { Courier, courierInOrder } from "./r6-couriers";

export interface DeliveredOutcome {
  readonly truth: Truth;
  readonly state: EndState;
  readonly counted: Courier["counted"];
  /** Events in the product's books. */
  readonly stored: number;
}

/** How many milestones there are, and in how many parts each goes. */
export interface Story {
  readonly milestones: number;
  readonly parts: number;
}

const dayMs = 86_400_000;
const price = 30_000n;
const part = 1_000n;
/** Of so many payments one is disputed; the bank decides by turns. */
const everyDisputed = 8;
/** People who act at once. */
const lanes = 6;

/**
 * The same story over a product of its own, whose events are brought by `open`'s courier: payments, releases, disputes
 * that the bank decides, and three days in which payouts arrive. Disputes are known from events alone.
 */
export async function tellByWebhooks(
  story: Story,
  open: (...given: Parameters<typeof courierInOrder>) => Courier,
): Promise<DeliveredOutcome> {
  const product = await openProduct({ variables: { worker: { WORKER_LEASE_SECONDS: "5" } } });
  try {
    const world = await openWorld(product);
    let courier: Courier | undefined;
    const relay = await openWebhookRelay((webhook) => courier?.take(webhook));
    try {
      courier = open(product, await product.sandbox.sendWebhooksTo(relay.origin));
      const ids = await tell(world, story, courier);
      const { rows } = await product.database.query<{ stored: number }>(
        "select count(*)::int as stored from provider_event",
      );
      return {
        truth: await readTruth(world),
        state: await readEndState(world, ids),
        counted: courier.counted,
        stored: rows[0]?.stored ?? 0,
      };
    } finally {
      await relay.close();
    }
  } finally {
    await product.close();
  }
}

async function tell(world: World, { milestones, parts }: Story, courier: Courier): Promise<string[]> {
  const { product, book } = world;
  const { sandbox } = product;
  const ids: string[] = Array.from({ length: milestones });
  await inTurns(milestones, async (index) => {
    const id = await agreeOnMilestone(world, price);
    await payFor(world, id, price);
    ids[index] = id;
  });
  await waitUntilHeld(world, ids);
  book.begin(ids, price);
  await inTurns(milestones, async (index) => {
    for (let turn = 0; turn < parts; turn += 1)
      await book.release(ids[index] ?? "", part + BigInt(index + turn));
  });
  await waitUntilQuiet(product);

  const disputed = ids.filter((_, index) => index % everyDisputed === 0);
  for (const [index, id] of disputed.entries()) {
    const charge = await chargeOf(world, id);
    await sandbox.control("POST", `charges/${charge}/dispute`, {});
    const dispute = (await sandbox.disputes()).find((known) => known.charge === charge);
    const outcome = index % 2 === 0 ? "won" : "lost";
    await sandbox.control("POST", `disputes/${dispute?.id}/decide`, { outcome });
  }
  await sandbox.advance(3 * dayMs);
  await courier.finish();
  await waitUntilQuiet(product);
  await sandbox.advance(3 * dayMs);
  await courier.finish();
  await waitUntil("every payout to arrive", async () => {
    const { rowCount } = await product.database.query("select from payout where status <> 'paid'");
    return rowCount === 0;
  });
  await courier.finish();
  await waitUntilQuiet(product);
  return ids;
}

async function inTurns(count: number, act: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let index = next++; index < count; index = next++) await act(index);
    }),
  );
}

async function chargeOf({ product }: World, milestoneId: string): Promise<string> {
  const { rows } = await product.database.query<{ charge: string }>(
    "select provider_charge_id as charge from funding where milestone_id = $1 and status = 'succeeded'",
    [milestoneId],
  );
  if (rows[0] === undefined) throw new Error(`milestone ${milestoneId} has no charge`);
  return rows[0].charge;
}
