import { randomUUID } from "node:crypto";
import type { ServiceName } from "@evenshare/dev";
import { expectAlive } from "../product/expect-alive";
import type { PortalClient } from "../product/portal-client";
import { refusalOf } from "../product/until-answered";
import { readTruth, type Truth, waitUntilQuiet } from "../truth/truth";
import { pause, waitUntil } from "../wait";
import { agreeOnMilestone, fundMilestones } from "../world/milestones";
import type { World } from "../world/open-world";

/** What two APIs and three workers are started with. */
export const severalProcesses = { api: 2, worker: 3 } as const;
/** Who dies together; the others go on meanwhile. */
const deaths: readonly (readonly ServiceName[])[] = [
  ["api", "worker", "worker-2"],
  ["api-2", "worker-3"],
];
const held = 90_000_000n;

export interface SharedOutcome {
  /** Whether a change made at the second process was told on a stream of the first, and how soon. */
  readonly toldAfterMs: number;
  /** How the first process refuses a session that was ended at the second. */
  readonly afterSignOut: string | null;
}

/** Sessions and live updates, whichever process answers. */
export async function shareBetweenApis(world: World): Promise<SharedOutcome> {
  const [first, second] = world.product.stack.urls.apis;
  if (first === undefined || second === undefined) throw new Error("there are no two API processes");
  const [atFirst, atSecond] = [world.brand.sentTo(first.brand), world.brand.sentTo(second.brand)];
  const toldAfterMs = await timeUntilTold(atFirst, () =>
    agreeOnMilestone({ ...world, brand: atSecond }, 9_000n),
  );

  const guest = world.guest();
  const email = `${randomUUID()}@example.test`;
  const signedUp = await guest.post("/api/auth/sign-up/email", {
    name: "Ada",
    email,
    password: "a guest, not a person",
  });
  if (signedUp.status !== 200) throw new Error(await signedUp.text());
  const [here, there] = [guest.sentTo(first.brand), guest.sentTo(second.brand)];
  await here.trpc.session.me.query();
  await there.trpc.session.me.query();
  await there.post("/api/auth/sign-out", {});
  const afterSignOut = await here.trpc.session.me.query().then(() => null, refusalOf);
  return { toldAfterMs, afterSignOut };
}

async function timeUntilTold(listening: PortalClient, change: () => Promise<string>): Promise<number> {
  const stop = new AbortController();
  const reader = (await listening.openStream(stop.signal)).getReader();
  const decoder = new TextDecoder();
  try {
    await reader.read();
    const started = performance.now();
    const id = await change();
    let heard = "";
    while (!heard.includes(id)) {
      const { value, done } = await reader.read();
      if (done) throw new Error("the stream ended");
      heard += decoder.decode(value, { stream: true });
    }
    return performance.now() - started;
  } finally {
    stop.abort();
  }
}

export interface SeveralOutcome {
  readonly truth: Truth;
  readonly killed: readonly ServiceName[];
  /** Operations carried out more than once before anything was killed. */
  readonly repeated: number;
  readonly carriedOut: number;
  /** Checks of the ledger within one minute beyond the first: the schedule fired in more than one worker. */
  readonly firedTwice: number;
  readonly checks: number;
  readonly releases: number;
}

/**
 * Releases through every API process while each process is killed once; a minute's border lies in between, at which the
 * schedule fires. First a while without kills, in which every operation is carried out at its first attempt.
 */
export async function killEachProcess(
  world: World,
  calmSeconds: number,
  restMs: number,
): Promise<SeveralOutcome> {
  const { product, book } = world;
  const milestones = await fundMilestones(world, 4, held);
  await waitUntilQuiet(product);
  const began = await readDatabaseTime(product.database);
  const releasesBefore = book.wishes.length;
  let stopped = false;
  const release = (until: () => boolean) =>
    Promise.all(
      milestones.map(async (milestone) => {
        while (!until()) {
          await book.release(milestone, 101n);
          await pause(300);
        }
      }),
    );

  const calmEnd = performance.now() + calmSeconds * 1_000;
  await release(() => performance.now() > calmEnd);
  await waitUntilQuiet(product);
  const { rows: calm } = await product.database.query<{ carried_out: number; repeated: number }>(
    `select count(*)::int as carried_out, (count(*) filter (where attempts > 1))::int as repeated from operation
     where kind in ('transfer.create', 'mail.send', 'provider_event.process') and status = 'done' and not_before > $1`,
    [began],
  );

  const people = release(() => stopped);
  const checksBefore = await countChecks(world);
  for (const together of deaths) {
    await Promise.all(together.map((name) => product.stack.kill(name)));
    await pause(restMs);
    await Promise.all(together.map((name) => product.stack.restart(name)));
  }
  await waitUntil(
    "a minute's check of the ledger",
    async () => (await countChecks(world)).checks > checksBefore.checks,
    {
      patienceMs: 150_000,
      everyMs: 500,
    },
  );
  stopped = true;
  await people;
  await expectAlive(product);
  await waitUntilQuiet(product);
  const { carried_out: carriedOut = 0, repeated = 0 } = calm[0] ?? {};
  return {
    truth: await readTruth(world),
    killed: deaths.flat(),
    repeated,
    carriedOut,
    releases: book.wishes.length - releasesBefore,
    ...(await countChecks(world)),
  };
}

/** The queue writes a schedule's jobs in the minute they belong to, whoever of the workers does it. */
async function countChecks({ product }: World): Promise<{ checks: number; firedTwice: number }> {
  const { rows } = await product.database.query<{ checks: number; minutes: number }>(
    "select count(*)::int as checks, count(distinct date_trunc('minute', at))::int as minutes from ledger_check",
  );
  const { checks = 0, minutes = 0 } = rows[0] ?? {};
  return { checks, firedTwice: checks - minutes };
}

async function readDatabaseTime(database: World["product"]["database"]): Promise<Date> {
  const { rows } = await database.query<{ now: Date }>("select clock_timestamp() as now");
  if (rows[0] === undefined) throw new Error("the database does not know the time");
  return rows[0].now;
}
