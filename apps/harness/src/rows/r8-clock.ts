import { randomUUID } from "node:crypto";
import { beginPartnership } from "@evenshare/dev";
import { DevClock } from "@evenshare/dev-clock";
import { readTruth, type Truth, waitUntilQuiet } from "../truth/truth";
import { pause, waitUntil } from "../wait";
import { fundMilestones, submitWork } from "../world/milestones";
import type { World } from "../world/open-world";

/** A review of fourteen days over something that clocks and calendars do. Instants are written out, not computed. */
interface CalendarCase {
  readonly what: string;
  readonly timeZone: string;
  /** When the work is submitted. */
  readonly from: string;
  /** When the review ends: at the same local hour. */
  readonly until: string;
}

/** In the order of time: the development clock goes forward from one to the next. */
export const calendarCases: readonly CalendarCase[] = [
  {
    what: "the year's end",
    timeZone: "Europe/London",
    from: "2027-12-20T10:00:00Z",
    until: "2028-01-03T10:00:00Z",
  },
  {
    what: "the leap day itself",
    timeZone: "Asia/Tokyo",
    from: "2028-02-15T01:00:00Z",
    until: "2028-02-29T01:00:00Z",
  },
  {
    what: "the leap day in between",
    timeZone: "America/New_York",
    from: "2028-02-22T15:00:00Z",
    until: "2028-03-07T15:00:00Z",
  },
  {
    what: "the start of summer time: the fourteen days are an hour short",
    timeZone: "Europe/Berlin",
    from: "2028-03-20T09:00:00Z",
    until: "2028-04-03T08:00:00Z",
  },
  {
    what: "the end of summer time: the fourteen days are an hour long",
    timeZone: "Europe/Berlin",
    from: "2028-10-23T08:00:00Z",
    until: "2028-11-06T09:00:00Z",
  },
  {
    what: "the end of summer time elsewhere, a week later",
    timeZone: "America/New_York",
    from: "2028-10-30T14:00:00Z",
    until: "2028-11-13T15:00:00Z",
  },
];

export interface ClockOutcome {
  readonly what: string;
  /** As the product says it when the work is submitted. */
  readonly reviewEndsAt: string;
  /** State a moment before the end, seen after the worker's sweeps had their turn. */
  readonly before: string;
  /** State after the clock jumped an hour ahead and back again, long before the end. */
  readonly afterJumps: string;
  readonly releases: readonly string[];
  /** Reminders that were sent, and that were due. */
  readonly reminders: readonly [sent: number, due: number];
}

const held = 30_000n;
const hourMs = 3_600_000;
/** The worker looks for what is due twice a second. */
const sweepsMs = 1_500;

/** One review, ended by a running worker as the development clock is moved over it. */
async function reviewOver(
  world: World,
  { what, timeZone, from, until }: CalendarCase,
): Promise<ClockOutcome> {
  const { product } = world;
  const clock = new DevClock(product.stack.clockFile);
  const setTo = (instant: Date) => product.sandbox.control("POST", "clock", { setTo: instant.toISOString() });
  const partnershipId = await agreeOnTermsIn(world, timeZone);
  const [id = ""] = await fundMilestones({ ...world, partnershipId }, 1, held);
  await product.sandbox.control("POST", "clock", { freeze: from });
  await submitWork(world, id);
  const read = () => world.brand.trpc.milestones.get.query({ id });
  const { reviewEndsAt } = await read();
  const ends = new Date(until);

  const hold = clock.now();
  for (const jump of [hourMs, -hourMs]) {
    await setTo(new Date(hold.getTime() + jump));
    await pause(sweepsMs / 2);
    await setTo(hold);
  }
  const { state: afterJumps } = await read();

  await setTo(new Date(ends.getTime() - 1_000));
  await waitUntilQuiet(product);
  await pause(sweepsMs);
  const { state: before } = await read();
  await setTo(ends);
  await waitUntil(`the review over ${what} to end`, async () => (await read()).releases.length > 0, {
    patienceMs: 30_000,
  });
  // Once more over the same instant: what happened does not happen again.
  await setTo(new Date(ends.getTime() - hourMs));
  await pause(sweepsMs / 2);
  await setTo(new Date(ends.getTime() + hourMs));
  await pause(sweepsMs / 2);
  await product.sandbox.control("POST", "clock", { resume: true });
  await waitUntilQuiet(product);
  const after = await read();
  for (const release of after.releases)
    world.book.note({ milestoneId: id, amount: held, releaseId: release.id });
  return {
    what,
    reviewEndsAt: reviewEndsAt?.toISOString() ?? "never",
    before,
    afterJumps,
    releases: after.releases.map(({ trigger }) => trigger),
    reminders: await countReminders(world, id),
  };
}

/** Each reminder of a review, and the mails it became: one for each. */
async function countReminders({ product }: World, id: string): Promise<[number, number]> {
  const { rows } = await product.database.query<{ sent: number; due: number }>(
    `select (select count(*)::int from mail where template = 'review.reminder' and status = 'sent' and data::text like '%' || $1 || '%') as sent,
       (select count(*)::int from deadline where milestone_id = $1::uuid and kind = 'review.reminder' and status = 'done') as due`,
    [id],
  );
  return [rows[0]?.sent ?? 0, rows[0]?.due ?? 0];
}

async function agreeOnTermsIn({ brand, producer, producerEmail }: World, timeZone: string): Promise<string> {
  const partnershipId = await beginPartnership(
    { api: brand.trpc },
    { api: producer.trpc, email: producerEmail },
    { title: `Harvest box, ${timeZone}`, terms: { ...reviewTerms, timeZone } },
  );
  const accept = { commandKey: randomUUID(), partnershipId, version: 1 };
  await producer.trpc.partnerships.acceptAgreement.mutate(accept);
  return partnershipId;
}

const reviewTerms = {
  currency: "GBP",
  reviewDays: 14,
  includedRevisions: 2,
  feeBearer: "brand",
  dormancyDefault: "release_if_submitted",
  firstMinimumStartBp: 5_000,
  minimumStartBp: 5_000,
} as const;

/** All of the calendar, and the books at the end. */
export async function reviewOverTheCalendar(
  world: World,
  cases: readonly CalendarCase[],
): Promise<{ readonly outcomes: readonly ClockOutcome[]; readonly truth: Truth }> {
  const outcomes: ClockOutcome[] = [];
  for (const one of cases) outcomes.push(await reviewOver(world, one));
  return { outcomes, truth: await readTruth(world) };
}
