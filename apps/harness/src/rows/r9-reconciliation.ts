import { createTestDatabase } from "@evenshare/database/testing";
import { confirmationToleranceMs, type DifferenceKind } from "@evenshare/domain";
import pg from "pg";
import type { Random } from "../random";
import { fillBothSides, tellProviderBalances } from "../reconciliation/fill-both-sides";
import { type PlantedFault, plantFaults } from "../reconciliation/plant-faults";

export interface ReconciliationOutcome {
  readonly movements: number;
  /** Differences before anything was planted. */
  readonly beforehand: number;
  readonly inFlight: number;
  readonly planted: readonly PlantedFault[];
  /** Planted and not found, or found under another name. */
  readonly missed: readonly string[];
  /** Found and not planted. */
  readonly invented: readonly string[];
  readonly kinds: readonly DifferenceKind[];
  /** How long the first and the second comparison took. */
  readonly millis: readonly number[];
}

interface Finished {
  lines: number;
  in_flight: number;
  millis: number;
}

/** Fills ledger and provider with the same, compares, plants faults, and compares again. */
export async function findPlantedFaults(
  rows: number,
  faults: number,
  random: Random,
): Promise<ReconciliationOutcome> {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await fillBothSides(client, rows);
    await tellProviderBalances(client);
    await client.query("vacuum analyze");
    const first = await compare(client);
    const beforehand = await found(client);
    await client.query("delete from provider_balance");
    const planted = await plantFaults(client, random, faults);
    const second = await compare(client);
    const names = new Set(await found(client));
    const wanted = new Set(planted.map(nameOf));
    return {
      movements: first.lines,
      beforehand: beforehand.length,
      inFlight: second.in_flight,
      planted,
      missed: [...wanted].filter((name) => !names.has(name)),
      invented: [...names].filter((name) => !wanted.has(name)),
      kinds: [...new Set(planted.map(({ kind }) => kind))],
      millis: [first.millis, second.millis],
    };
  } finally {
    await client.end();
    await database.drop();
  }
}

async function compare(client: pg.Client): Promise<Finished> {
  const { rows } = await client.query<Finished>(
    `select lines, in_flight, millis from app.begin_reconciliation(gen_random_uuid(), now()) as begun,
      lateral app.finish_reconciliation(begun.id, $1::interval, now())`,
    [`${confirmationToleranceMs} milliseconds`],
  );
  const run = rows[0];
  if (run === undefined) throw new Error("nothing was compared");
  return run;
}

async function found(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<PlantedFault>(
    `select difference as kind, family, coalesce(operation_id, transaction_id, account_id) as at from reconciliation_line
     where status = 'difference'`,
  );
  return rows.map(nameOf);
}

function nameOf({ kind, family, at }: PlantedFault): string {
  return `${kind} ${family} ${at}`;
}
