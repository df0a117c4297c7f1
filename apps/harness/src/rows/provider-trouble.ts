import { randomUUID } from "node:crypto";
import { payPage } from "../product/hosted-pages";
import { refusalOf, untilAnswered } from "../product/until-answered";
import { readTruth, type Truth, waitUntilQuiet } from "../truth/truth";
import { pause, waitUntil } from "../wait";
import { agreeOnMilestone, fundMilestones, waitUntilHeld } from "../world/milestones";
import type { World } from "../world/open-world";

const held = 80_000n;

/** What the provider may do to a request; see the sandbox's README. */
const ailments = [
  "429",
  "409",
  "500",
  "502",
  "503",
  "executed_then_500",
  "executed_then_drop",
  "truncated",
  "nonsense",
  "stall",
] as const;

export interface TroubleOutcome {
  readonly truth: Truth;
  /** Faults that never struck. */
  readonly idle: readonly string[];
}

/**
 * One transfer and one payout under each ailment of the provider, all at the same time. No event tells of them: what was
 * carried out and not answered is found by keys and look-ups alone.
 */
export async function sickenTransfersAndPayouts(world: World): Promise<TroubleOutcome> {
  const { product, book } = world;
  const milestones = await fundMilestones(world, ailments.length, held);
  await waitUntilQuiet(product);
  for (const event of ["transfer.*", "payout.*"])
    await product.sandbox.addWebhookFault({ kind: "drop", event, times: 1_000 });
  for (const path of ["/v1/transfers", "/v1/payouts"])
    for (const kind of ailments) await product.sandbox.addFault({ kind, method: "POST", path, ms: 3_000 });
  await Promise.all(milestones.map((id) => book.release(id, 30_000n)));
  await waitUntilQuiet(product);
  const idle = await product.sandbox.idleFaults();
  await product.sandbox.clearFaults();
  await product.sandbox.clearWebhookFaults();
  return { truth: await readTruth(world), idle };
}

/**
 * As many fundings as there are ailments, all at the same time, so that each ailment strikes one of their attempts. The
 * brand repeats its command until there is an answer; where the provider only repeats an error of its own the funding
 * ends with a reason, and a new command begins another.
 */
export async function sickenFundings(world: World): Promise<TroubleOutcome & { closed: number }> {
  const { product, brand } = world;
  let closed = 0;
  const milestones = await Promise.all(ailments.map(() => agreeOnMilestone(world, held)));
  for (const kind of ailments)
    await product.sandbox.addFault({ kind, method: "POST", path: "/v1/checkout/sessions", ms: 3_000 });

  async function openPage(id: string): Promise<string> {
    const command = { commandKey: randomUUID(), id, amount: held, currency: "GBP" } as const;
    try {
      return (await untilAnswered(() => brand.trpc.milestones.fund.mutate(command))).checkoutUrl;
    } catch (error) {
      if (refusalOf(error) !== "funding.closed") throw error;
      closed += 1;
      return openPage(id);
    }
  }

  await Promise.all(milestones.map(async (id) => payPage(await openPage(id))));
  await waitUntilHeld(world, milestones);
  await waitUntilQuiet(product);
  const idle = await product.sandbox.idleFaults();
  await product.sandbox.clearFaults();
  return { truth: await readTruth(world), idle, closed };
}

/** The provider cannot be reached at all while people release and pay. */
export async function takeProviderAway(world: World, awayMs: number): Promise<Truth> {
  const { product, book, brand } = world;
  const [first = "", second = ""] = await fundMilestones(world, 2, held);
  const unpaid = await agreeOnMilestone(world, held);
  await waitUntilQuiet(product);
  await product.stack.kill("sandbox");
  const away = pause(awayMs);
  await Promise.all([book.release(first, 30_000n), book.release(second, 30_000n)]);
  const command = { commandKey: randomUUID(), id: unpaid, amount: held, currency: "GBP" } as const;
  const page = untilAnswered(() => brand.trpc.milestones.fund.mutate(command));
  await away;
  await product.stack.restart("sandbox");
  await payPage((await page).checkoutUrl);
  await waitUntilHeld(world, [unpaid]);
  await waitUntilQuiet(product);
  return readTruth(world);
}

export interface OutageOutcome {
  readonly truth: Truth;
  /** From PostgreSQL's return until the API said that it is ready. */
  readonly readyMs: number;
  readonly refusedMeanwhile: number;
}

/** PostgreSQL is gone for a while; wishes are repeated until it is back. */
export async function takeDatabaseAway(world: World, awayMs: number): Promise<OutageOutcome> {
  const { product, book } = world;
  const { stack } = product;
  const milestones = await fundMilestones(world, 4, held);
  await waitUntilQuiet(product);
  await stack.kill("postgres");
  const away = pause(awayMs);
  const answers = milestones.map((id) => book.release(id, 30_000n));
  const meanwhile = await fetch(`${stack.urls.brandApi}/health/ready`);
  await away;
  await stack.restart("postgres");
  const back = performance.now();
  await waitUntil("the API to be ready again", async () => {
    const answer = await fetch(`${stack.urls.brandApi}/health/ready`);
    return answer.ok;
  });
  const readyMs = performance.now() - back;
  await Promise.all(answers);
  await waitUntilQuiet(product);
  return { truth: await readTruth(world), readyMs, refusedMeanwhile: meanwhile.status };
}
