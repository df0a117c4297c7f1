import pg from "pg";
import { z } from "zod";
import type { Stack } from "../stack/stack";
import { waitFor } from "./wait";

/** The development clock of a stack, moved through the sandbox's control plane, and the work that follows a move. */
export interface ProductTime {
  now(): Promise<Date>;
  /** Sets the clock, back or forth, and resolves when everything that was due has been done. */
  setTo(instant: Date): Promise<void>;
  /**
   * Lets the time until `instant` pass, never back: what is under way is finished first, and on the way the clock stops
   * where a deadline ends and where a payout may arrive, so that things happen at their time.
   */
  passUntil(instant: Date): Promise<void>;
  close(): Promise<void>;
}

const shown = z.object({ now: z.iso.datetime().transform((text) => new Date(text)) });
const openWork = z.array(z.object({ open: z.number() }));
const nextStop = z.array(z.object({ deadline: z.date().nullable(), payouts: z.number() }));
const dayMs = 86_400_000;

/** Needs the Stripe sandbox: with Stripe itself there is no clock to move. */
export async function openProductTime(stack: Stack): Promise<ProductTime> {
  const { sandbox, database } = stack.urls;
  if (sandbox === null) throw new Error("Only the Stripe sandbox has a clock that can be moved.");
  const clockUrl = `${sandbox}/_sandbox/clock`;
  const reader = new pg.Client({ connectionString: database });
  await reader.connect();

  async function ask(change?: object): Promise<Date> {
    const answer = await fetch(clockUrl, {
      ...(change ? { method: "POST", body: JSON.stringify(change) } : {}),
      headers: { "content-type": "application/json" },
    });
    if (!answer.ok) throw new Error(`The clock refused: ${await answer.text()}`);
    return shown.parse(await answer.json()).now;
  }

  async function countOpenWork(): Promise<number> {
    const { rows } = await reader.query(
      `select ((select count(*) from deadline where status = 'pending' and due_at <= $1)
        + (select count(*) from operation where status = 'pending' and not_before <= now()))::int as open`,
      [await ask()],
    );
    return openWork.parse(rows)[0]?.open ?? 0;
  }

  const settle = () => waitFor("all due work to be done", async () => (await countOpenWork()) === 0 || null);
  const setTo = async (instant: Date) => {
    await ask({ setTo: instant.toISOString() });
    await settle();
  };

  /** The earliest instant after `from` at which something happens by itself. Retries of a release are not worth a stop. */
  async function findStop(from: Date): Promise<number> {
    const { rows } = await reader.query(
      `select (select min(due_at) from deadline where status = 'pending' and kind <> 'release.retry') as deadline,
        (select count(*) from payout where status in ('waiting', 'unknown', 'in_transit'))::int as payouts`,
    );
    const found = nextStop.parse(rows)[0];
    const midnight = (Math.floor(from.getTime() / dayMs) + 1) * dayMs;
    return Math.min(found?.deadline?.getTime() ?? Infinity, found?.payouts ? midnight : Infinity);
  }

  return {
    now: () => ask(),
    setTo,
    async passUntil(instant) {
      await settle();
      let now = await ask();
      while (now < instant) {
        await setTo(new Date(Math.min(await findStop(now), instant.getTime())));
        now = await ask();
      }
    },
    close: () => reader.end(),
  };
}
