import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type BenchRow, perSecond } from "@evenshare/dev";
import type pg from "pg";
import { interleave, rateOf } from "./measure";
import { openPostingPlace } from "./posting-place";

const clients = 8;
const seconds = 2;
const repeats = 5;
const accounts = 1_000;

/** What pgledger makes its ids with, from the same repository, as its README says to install it. */
const idFunctions = "vendor/scoville-pgsql-ulid/uuid-to-ulid.sql";

/** P3: one posting between two accounts, against pgledger's SQL with the same client; spread, and onto one account. */
export async function benchPgledger(sqlFile: string): Promise<BenchRow[]> {
  const place = await openPostingPlace(clients);
  try {
    const theirs = await installPgledger(place.owner, sqlFile);
    let next = 0;
    const account = () => {
      next += 1;
      return next % accounts;
    };
    const ours = (to: () => string) => {
      const [from, target] = [`m${account()}`, to()];
      return place.post([
        { kind: "provider_platform", ownerId: from, amount: 100 },
        { kind: "milestone_held", ownerId: target, amount: -100 },
      ]);
    };
    const transfer = (to: string | undefined) =>
      place.owner.query({
        name: "transfer",
        text: "select * from pgledger_create_transfer($1, $2, 100)",
        values: [theirs[account()], to],
      });
    const rates = await interleave(
      {
        oursSpread: () => rateOf(clients, seconds, () => ours(() => `m${account()}`)),
        theirsSpread: () => rateOf(clients, seconds, () => transfer(theirs[accounts + account()])),
        oursHot: () =>
          rateOf(clients, seconds, () =>
            place.post([
              { kind: "milestone_held", ownerId: `m${account()}`, amount: -100 },
              { kind: "provider_platform", ownerId: "platform", amount: 100 },
            ]),
          ),
        theirsHot: () => rateOf(clients, seconds, () => transfer(theirs[accounts])),
      },
      repeats,
    );
    return [
      {
        id: "P3",
        what: "one posting between two of 1,000 accounts, against pgledger",
        ours: perSecond(rates.oursSpread),
        anchor: perSecond(rates.theirsSpread),
        ratio: rates.oursSpread / rates.theirsSpread,
        target: "≥ 2 ×",
      },
      {
        id: "P3",
        what: "the same, all of them with one account in common",
        ours: perSecond(rates.oursHot),
        anchor: perSecond(rates.theirsHot),
        ratio: rates.oursHot / rates.theirsHot,
        target: "≥ 2 ×",
      },
    ];
  } finally {
    await place.close();
  }
}

async function installPgledger(owner: pg.Pool, sqlFile: string): Promise<string[]> {
  await owner.query(await readFile(join(dirname(sqlFile), idFunctions), "utf8"));
  await owner.query(await readFile(sqlFile, "utf8"));
  const { rows } = await owner.query<{ id: string }>(
    "select (pgledger_create_account('a' || n, 'GBP')).id as id from generate_series(1, $1) n",
    [accounts * 2],
  );
  return rows.map(({ id }) => id);
}
