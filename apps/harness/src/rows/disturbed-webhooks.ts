import { randomUUID } from "node:crypto";
import { deliverWebhook } from "../product/signed-webhook";
import { readTruth, type Truth, waitUntilQuiet } from "../truth/truth";
import { agreeOnMilestone, fundMilestones, payFor, waitUntilHeld } from "../world/milestones";
import type { World } from "../world/open-world";

const held = 60_000n;
const part = 20_000n;

export interface DisturbedOutcome {
  readonly truth: Truth;
  /** Disturbances that never happened. */
  readonly idle: readonly string[];
  /** Events that came about the payment of which nobody was to be told. */
  readonly heard: number;
}

const disturbances = ["duplicate", "reorder", "stale", "wrong_secret", "before_answer", "delay"] as const;

/**
 * Payments and releases while the provider's events come twice, late, out of order, with a stale or wrong signature,
 * before the answer that caused them, or not at all.
 */
export async function disturbWebhooks(world: World): Promise<DisturbedOutcome> {
  const { product, book } = world;
  const { sandbox } = product;
  // The payment of which nobody is told: only the product's own look finds it.
  for (const event of ["checkout.session.*", "payment_intent.*", "charge.*"])
    await sandbox.addWebhookFault({ kind: "drop", event, times: 10 });
  const unheard = await agreeOnMilestone(world, held);
  const fundingId = await payFor(world, unheard, held);
  const neverDropped = await sandbox.idleWebhookFaults();
  await sandbox.clearWebhookFaults();

  for (const kind of disturbances) await sandbox.addWebhookFault({ kind, times: 5, ms: 2_000 });
  const milestones = await fundMilestones(world, disturbances.length, held);
  await Promise.all(milestones.map((id) => book.release(id, part)));
  await Promise.all(milestones.map((id) => book.release(id, part)));
  await waitUntilHeld(world, [unheard]);
  book.begin([unheard], held);
  await book.release(unheard, part);
  await waitUntilQuiet(product);
  const idle = [...neverDropped, ...(await sandbox.idleWebhookFaults())];
  await sandbox.clearWebhookFaults();
  const { rows: heard } = await product.database.query(
    `select 1 from provider_event e join funding f
      on e.object_id in (f.checkout_session_id, f.provider_payment_id, f.provider_charge_id) where f.id = $1`,
    [fundingId],
  );
  return { truth: await readTruth(world), idle, heard: heard.length };
}

export interface LiesOutcome {
  /** HTTP status of each delivery. */
  readonly forged: number;
  readonly stale: number;
  readonly lying: number;
  readonly unknown: number;
  /** How the signed ones were worked on. */
  readonly outcomes: readonly string[];
  /** State of the milestone whose payment was only claimed. */
  readonly state: string;
}

/** Events that say a page was paid which was not: forged, stale, properly signed; and one about an unknown object. */
export async function deliverLies(world: World): Promise<LiesOutcome> {
  const { product, brand } = world;
  const id = await agreeOnMilestone(world, held);
  const command = { commandKey: randomUUID(), id, amount: held, currency: "GBP" } as const;
  const { fundingId } = await brand.trpc.milestones.fund.mutate(command);
  const { rows } = await product.database.query<{ session: string }>(
    "select checkout_session_id as session from funding where id = $1",
    [fundingId],
  );
  const session = { id: rows[0]?.session ?? "", object: "checkout.session" };
  const unknownId = `tr_${randomUUID().replaceAll("-", "")}`;
  const type = "checkout.session.completed";
  const forged = await deliverWebhook(product, { type, object: session, secret: "whsec_guess" });
  const stale = await deliverWebhook(product, { type, object: session, ageSeconds: 301 });
  const lying = await deliverWebhook(product, { type, object: session });
  const unknown = await deliverWebhook(product, {
    type: "transfer.created",
    object: { id: unknownId, object: "transfer" },
  });
  await waitUntilQuiet(product);
  const events = await product.database.query<{ outcome: string }>(
    "select outcome from provider_event where object_id = any($1) order by outcome",
    [[session.id, unknownId]],
  );
  const { state } = await brand.trpc.milestones.get.query({ id });
  return { forged, stale, lying, unknown, outcomes: events.rows.map(({ outcome }) => outcome), state };
}
