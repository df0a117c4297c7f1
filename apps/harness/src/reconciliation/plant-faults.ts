import { type DifferenceKind, differenceKinds } from "@evenshare/domain";
import type pg from "pg";
import type { Random } from "../random";
import { producers, tellProviderBalances } from "./fill-both-sides";

/** One planted fault, by what a comparison must call it and what it must point at. */
export interface PlantedFault {
  readonly kind: DifferenceKind;
  /** The operation, else the movement, else the account. */
  readonly at: string;
  readonly family: string;
}

type Family = "charge" | "transfer" | "arrival" | "payout";

/** How a family's movements and operations are named in the filled tables. */
const names = { charge: ["c", "f"], transfer: ["t", "t"], arrival: ["a", "t"], payout: ["p", "y"] } as const;
type Families = readonly [Family, ...Family[]];
const families: Families = ["charge", "transfer", "arrival", "payout"];
const atProducers: Families = ["arrival", "payout"];
const entryOf = (kind: string, source: string): string => `md5('${kind}' || ${source})::uuid`;

interface Plan {
  readonly families: Families;
  /** Statements; `$txn` is the movement, `$n` the milestone's number, `$other` that of an untouched one. */
  readonly statements: readonly string[];
}

const plans: Readonly<Record<Exclude<DifferenceKind, "balance_differs">, Plan>> = {
  missing_at_provider: {
    families,
    statements: ["delete from provider_transaction where transaction_id = $txn"],
  },
  missing_in_ledger: {
    families: ["charge", "payout"],
    statements: [
      "delete from ledger_posting where entry_id = $entry",
      "delete from ledger_entry where id = $entry",
    ],
  },
  unconfirmed: {
    families: ["payout"],
    statements: [
      "delete from ledger_posting where entry_id = $entry",
      "delete from ledger_entry where id = $entry",
      "update payout set status = 'unknown', provider_payout_id = null where id = md5('y' || $n)::uuid",
    ],
  },
  duplicate_at_provider: {
    families,
    statements: [
      `insert into provider_transaction select transaction_id || '_again', account_id, type, amount, fee, net, currency,
        source_id || '_again', operation_id, origin_id, created_at, available_on, read_at
        from provider_transaction where transaction_id = $txn`,
    ],
  },
  duplicate_in_ledger: {
    families: ["charge", "payout"],
    statements: [
      `insert into ledger_entry select md5('again' || id)::uuid, kind, split_part(source_key, ':', 1) || ':9', partnership_id,
        milestone_id, at from ledger_entry where id = $entry`,
      `insert into ledger_posting select md5('again' || entry_id)::uuid, position, account_id, amount from ledger_posting
        where entry_id = $entry`,
    ],
  },
  amount_differs: {
    families,
    statements: [
      "update provider_transaction set amount = amount + 1, net = net + 1 where transaction_id = $txn",
    ],
  },
  fee_differs: {
    families: ["charge"],
    statements: ["update provider_transaction set fee = fee + 1, net = net - 1 where transaction_id = $txn"],
  },
  currency_differs: {
    families,
    statements: ["update provider_transaction set currency = 'EUR' where transaction_id = $txn"],
  },
  wrong_direction: {
    families,
    statements: [
      "update provider_transaction set amount = -amount, net = -amount - fee where transaction_id = $txn",
    ],
  },
  wrong_account: {
    families: atProducers,
    statements: [
      `update provider_transaction set account_id = 'acct_' || ($n + 1) % ${producers} where transaction_id = $txn`,
    ],
  },
  wrong_operation: {
    families: ["charge", "transfer"],
    statements: [
      `update provider_transaction set operation_id = (select o.operation_id from provider_transaction o
        where o.transaction_id = $other) where transaction_id = $txn`,
    ],
  },
};

/**
 * Plants `count` faults, the kinds in turn, each in a milestone of its own that is not in flight; the provider's balances
 * follow its movements, except where they are the fault. Every second lost entry is a movement that nobody here knows.
 */
export async function plantFaults(client: pg.Client, random: Random, count: number): Promise<PlantedFault[]> {
  const { rows } = await client.query<{ n: number }>(
    "select n from m where n % 2 = 0 and n % 50 between 20 and 48 order by md5($1 || n)",
    [String(random.between(0, 1_000_000))],
  );
  const faults: PlantedFault[] = [];
  const balances: number[] = [];
  await client.query("set session_replication_role = replica");
  for (let index = 0; index < count; index += 1) {
    const n = rows[index]?.n;
    if (n === undefined) throw new Error("there are too few milestones for so many faults");
    const kind = differenceKinds[index % differenceKinds.length] ?? "missing_at_provider";
    if (kind === "balance_differs") balances.push(balances.length);
    else if (kind === "missing_in_ledger" && index % (2 * differenceKinds.length) >= differenceKinds.length)
      faults.push(await plantStranger(client, n));
    else faults.push(await plant(client, kind, random.pick(plans[kind].families), n));
  }
  await tellProviderBalances(client);
  for (const account of balances) faults.push(await plantBalance(client, account));
  await client.query("set session_replication_role = origin");
  return faults;
}

async function plant(
  client: pg.Client,
  kind: Exclude<DifferenceKind, "balance_differs">,
  family: Family,
  n: number,
): Promise<PlantedFault> {
  const [movement, operation] = names[family];
  const entry =
    family === "charge"
      ? entryOf("milestone.funded", `md5('f' || ${n})::uuid`)
      : entryOf("payout.sent", `md5('y' || ${n})::uuid || ':1'`);
  for (const statement of plans[kind].statements) {
    await client.query(
      statement
        .replaceAll("$txn", `'txn_${movement}${n}'`)
        .replaceAll("$entry", entry)
        .replaceAll("$other", `'txn_${movement}${n + 1}'`)
        .replaceAll("$n", String(n)),
    );
  }
  const named = await client.query<{ at: string }>("select md5($1)::uuid::text as at", [`${operation}${n}`]);
  return { kind, family, at: named.rows[0]?.at ?? "" };
}

async function plantStranger(client: pg.Client, n: number): Promise<PlantedFault> {
  const at = `txn_stranger${n}`;
  await client.query(
    `insert into provider_transaction values ($1, 'platform', 'transfer', -5, 0, -5, 'GBP', 'tr_stranger', null, null,
      now() - interval '1 hour', now(), now())`,
    [at],
  );
  return { kind: "missing_in_ledger", family: "transfer", at };
}

async function plantBalance(client: pg.Client, account: number): Promise<PlantedFault> {
  const at = `acct_${account}`;
  await client.query(
    "update provider_balance set amount = amount + 1 where account_id = $1 and currency = 'GBP'",
    [at],
  );
  return { kind: "balance_differs", family: "balance", at };
}
