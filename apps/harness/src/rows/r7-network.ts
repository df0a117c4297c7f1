import { openTcpProxy, type TcpProxy, type Weather } from "../network/tcp-proxy";
import { expectAlive } from "../product/expect-alive";
import { readTruth, type Truth, waitUntilQuiet } from "../truth/truth";
import { pause, waitUntil } from "../wait";
import { agreeOnMilestone, fundMilestones, payFor, waitUntilHeld } from "../world/milestones";
import type { World } from "../world/open-world";

/** A line of the product that the weather may hit. */
type Line = "PostgreSQL" | "Stripe";

export interface Storm {
  readonly lines: readonly Line[];
  readonly weather: Weather;
  readonly ms: number;
}

export interface StormOutcome extends Storm {
  /** From fair weather until the API answered many at once again, promptly and without a failure. */
  readonly recoveredMs: number;
}

export interface NetworkOutcome {
  readonly truth: Truth;
  readonly storms: readonly StormOutcome[];
  readonly releases: number;
  /** From the end of the last storm until nothing was left to do. */
  readonly quietMs: number;
  /** The longest that a transfer, an event or a mail took from being asked for until it was done. */
  readonly slowestJobMs: number;
}

const held = 90_000_000n;
const price = 25_000n;
const lanes = 4;
/** As many as find a connection each, in the pool of the API. */
const atOnce = 10;
/** Far above what an answer takes on a busy machine, and below what one on a dead connection does. */
const promptMs = 5_000;

const weathers: readonly Weather[] = [
  { kind: "delay", ms: 200 },
  { kind: "reset", ms: 700 },
  { kind: "answers_lost" },
  { kind: "silent" },
];

/** Each kind of weather on the line to PostgreSQL: how the provider fails is tried elsewhere, and its limit is 20 s. */
export function shortStorms(ms: number): Storm[] {
  return weathers.map((weather) => ({ lines: ["PostgreSQL"], weather, ms }));
}

/** Each kind of weather on each line, then on both. */
export function longStorms(ms: number): Storm[] {
  const sides: readonly (readonly Line[])[] = [["PostgreSQL"], ["Stripe"], ["PostgreSQL", "Stripe"]];
  return sides.flatMap((lines) => weathers.map((weather) => ({ lines, weather, ms })));
}

/**
 * API and worker reach PostgreSQL and the provider over lines on which one storm follows the other, while people release
 * and pay. Between the storms it is told how long it takes until the API answers as if nothing had been.
 */
export async function weatherStorms(
  world: World,
  storms: readonly Storm[],
  tell: (outcome: StormOutcome) => void = () => undefined,
): Promise<NetworkOutcome> {
  const { product, book } = world;
  const { stack, database } = product;
  const milestones = await fundMilestones(world, lanes, held);
  const unpaid = await Promise.all(storms.map(() => agreeOnMilestone(world, price)));
  await waitUntilQuiet(product);
  const releasesBefore = book.wishes.length;
  const proxies: Record<Line, TcpProxy> = {
    PostgreSQL: await openTcpProxy(new URL(stack.urls.database)),
    Stripe: await openTcpProxy(new URL(stack.urls.sandbox ?? "")),
  };
  const variables = {
    DATABASE_URL: through(stack.urls.database, proxies.PostgreSQL),
    STRIPE_API_BASE: new URL(through(stack.urls.sandbox ?? "", proxies.Stripe)).origin,
  };
  const outcomes: StormOutcome[] = [];
  let over = false;
  try {
    for (const service of ["api", "worker"] as const) await stack.restart(service, variables);
    const { rows: began } = await database.query<{ id: string }>("select id from operation");
    const people = milestones.map(async (milestone) => {
      for (let amount = 100n; !over; amount += 7n) {
        await book.release(milestone, amount);
        await pause(200);
      }
    });
    const payers: Promise<string>[] = [];
    for (const [index, storm] of storms.entries()) {
      for (const line of storm.lines) proxies[line].become(storm.weather);
      payers.push(payFor(world, unpaid[index] ?? "", price));
      await pause(storm.ms);
      for (const line of storm.lines) proxies[line].become({ kind: "fair" });
      const outcome = { ...storm, recoveredMs: await timeUntilPrompt(world, milestones[0] ?? "") };
      outcomes.push(outcome);
      tell(outcome);
    }
    const fair = performance.now();
    over = true;
    await Promise.all([...people, ...payers]);
    // First the backlog of the storms, however long that is; payments are found behind it.
    await waitUntilQuiet(product);
    await waitUntilHeld(world, unpaid);
    await waitUntilQuiet(product);
    await expectAlive(product);
    const { rows: slowest } = await database.query<{ ms: number }>(
      `select coalesce(max(extract(epoch from finished_at - created_at) * 1000), 0)::int as ms from operation
       where kind in ('transfer.create', 'provider_event.process', 'mail.send') and status = 'done' and id <> all($1)`,
      [began.map(({ id }) => id)],
    );
    return {
      truth: await readTruth(world),
      storms: outcomes,
      releases: book.wishes.length - releasesBefore,
      quietMs: performance.now() - fair,
      slowestJobMs: slowest[0]?.ms ?? 0,
    };
  } finally {
    over = true;
    for (const service of ["api", "worker"] as const) await stack.restart(service, {});
    await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
  }
}

/** Waits until as many reads at once as the pool has connections are all answered, each promptly. */
async function timeUntilPrompt({ brand }: World, id: string): Promise<number> {
  const started = performance.now();
  const read = async () => {
    const asked = performance.now();
    await brand.trpc.milestones.get.query({ id });
    return performance.now() - asked < promptMs;
  };
  await waitUntil("the API to answer promptly again", () =>
    Promise.all(Array.from({ length: atOnce }, read)).then(
      (answers) => answers.every((prompt) => prompt),
      () => false,
    ),
  );
  return performance.now() - started;
}

function through(address: string, { port }: TcpProxy): string {
  const url = new URL(address);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  return url.href;
}
