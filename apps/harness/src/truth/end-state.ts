import type { World } from "../world/open-world";
import { readBooks } from "./read-books";

/** Where everything ended, without the ids and the instants that differ from run to run. */
export interface EndState {
  /** Of each milestone, in the order given: its path through the states and its money. */
  readonly milestones: readonly string[];
  /** What lies on the accounts of each kind. */
  readonly ledger: readonly string[];
  /** How many and how much, by status. */
  readonly movements: readonly string[];
}

export async function readEndState({ product, brand }: World, ids: readonly string[]): Promise<EndState> {
  const { database } = product;
  const { rows: paths } = await database.query<{ id: string; path: string }>(
    `select milestone_id as id, string_agg(format('%s %s', event, coalesce(amount, 0)), ', ' order by position) as path
     from milestone_transition where milestone_id = any($1) group by 1`,
    [ids],
  );
  const pathOf = new Map(paths.map(({ id, path }) => [id, path]));
  const milestones: string[] = [];
  for (const id of ids) {
    const { state, money } = await brand.trpc.milestones.get.query({ id });
    const { funded, held, released, inFlight, feeHeld } = money;
    milestones.push(`${pathOf.get(id)}: ${state} ${[funded, held, released, inFlight, feeHeld].join(" ")}`);
  }
  const books = await readBooks(database);
  const sums = new Map<string, bigint>();
  for (const { kind, currency, debit } of books.ledger) {
    const key = `${kind} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0n) + debit);
  }
  return {
    milestones,
    ledger: [...sums].map(([key, sum]) => `${key} ${sum}`).sort(),
    movements: [
      ...tally("release", books.releases, ({ gross }) => ["", gross]),
      ...tally("transfer", books.transfers, ({ status, amount }) => [status, amount]),
      ...tally("payout", books.payouts, ({ status, amount }) => [status, amount]),
      ...tally("funding", books.fundings, ({ status, charged }) => [status, charged]),
    ],
  };
}

function tally<T>(what: string, rows: readonly T[], read: (row: T) => readonly [string, bigint]): string[] {
  const totals = new Map<string, { count: number; sum: bigint }>();
  for (const row of rows) {
    const [status, amount] = read(row);
    const { count, sum } = totals.get(status) ?? { count: 0, sum: 0n };
    totals.set(status, { count: count + 1, sum: sum + amount });
  }
  return [...totals].map(([status, { count, sum }]) => `${what} ${status}: ${count}, ${sum}`).sort();
}
