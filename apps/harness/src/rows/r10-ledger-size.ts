import { createTestDatabase } from "@evenshare/database/testing";
import pg from "pg";
import { z } from "zod";
import { pause } from "../wait";
import { entriesOfOne, fillLedger } from "./r10-filled-ledger";
import { findPlantedRows, type PlantOutcome } from "./r10-planted-rows";

export interface LedgerSizeOutcome {
  readonly entries: number;
  readonly postings: number;
  /** How long the check of a minute took, in the order of the repeats, each after new entries had come. */
  readonly millis: readonly number[];
  /** How long one check of everything took. */
  readonly everythingMillis: number;
  readonly planted: readonly PlantOutcome[];
}

const minutesOfAnHour = 60;
/** Milestones that go all the way within a minute, in the measurement. */
const milestonesPerMinute = 200;

const timing = z.tuple([z.object({ ok: z.boolean(), findings: z.array(z.unknown()), millis: z.number() })]);
const progress = z.tuple([z.object({ behind: z.number() })]);

/** Fills a ledger with about `entries` entries, checks it as the worker does each minute, then plants bad rows. */
export async function measureLedgerCheck(
  entries: number,
  repeats: number,
  tell: (line: string) => void,
): Promise<LedgerSizeOutcome> {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    let milestones = Math.floor(entries / entriesOfOne);
    await fillLedger(client, 1, milestones);
    await client.query("vacuum analyze");
    tell("filled");
    await letAllClose(client);
    await client.query("vacuum analyze ledger_checkpoint");
    tell("every entry is behind the checkpoints");
    const millis: number[] = [];
    for (let turn = 0; turn < repeats; turn += 1) {
      await fillLedger(client, milestones + 1, milestones + milestonesPerMinute);
      milestones += milestonesPerMinute;
      millis.push(await checkNow(client, (turn * 7) % minutesOfAnHour));
      tell(`a minute's check: ${millis.at(-1)} ms`);
    }
    const everythingMillis = await checkNow(client, null);
    await letAllClose(client);
    const counted = await client.query<{ entries: number; postings: number }>(
      "select (select count(*)::int from ledger_entry) as entries, (select count(*)::int from ledger_posting) as postings",
    );
    const { entries: stored = 0, postings = 0 } = counted.rows[0] ?? {};
    return { entries: stored, postings, millis, everythingMillis, planted: await findPlantedRows(client) };
  } finally {
    await client.end();
    await database.drop();
  }
}

/** @throws Error when the ledger does not add up. */
async function checkNow(client: pg.Client, share: number | null): Promise<number> {
  const { rows } = await client.query(
    "select ok, findings, millis from app.record_ledger_check(now(), $1, $2)",
    [share, minutesOfAnHour],
  );
  const [check] = timing.parse(rows);
  if (!check.ok) throw new Error(`the filled ledger does not add up: ${JSON.stringify(check.findings)}`);
  return check.millis;
}

/** Closes entries until every one has come to rest. A transaction anywhere on the server holds the newest ones back. */
async function letAllClose(client: pg.Client): Promise<void> {
  while ((await entriesBehind(client)) > 0) {
    await client.query("select app.advance_checkpoints(200000)");
    await pause(50);
  }
}

async function entriesBehind(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    "select count(*)::int as behind from ledger_entry where seq > coalesce((select closed_seq from ledger_progress), 0)",
  );
  const [{ behind }] = progress.parse(rows);
  return behind;
}
