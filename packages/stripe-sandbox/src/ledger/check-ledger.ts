import { idOf } from "../state/objects";
import type { Store } from "../state/store";

/**
 * What does not add up in a platform's books, in sentences; empty when everything does. Per account and currency,
 * pending + available = Σ net; platform + connected + outside = 0; Σ transfers of a charge ≤ the charge;
 * reversed ≤ transferred; refunded ≤ captured; a dispute holds what it says; what connected accounts are below
 * zero is reserved.
 */
export function checkLedger(store: Store, platformAccount: string): string[] {
  return [
    ...checkBalances(store),
    ...checkZeroSum(store),
    ...checkTransfers(store),
    ...checkRefunds(store),
    ...checkDisputes(store),
    ...checkReserve(store, platformAccount),
  ];
}

function checkBalances(store: Store): string[] {
  const sums = new Map<string, { pending: number; available: number }>();
  for (const { account, object } of store.all("balanceTransactions")) {
    const key = `${account}/${object.currency}`;
    const sum = sums.get(key) ?? { pending: 0, available: 0 };
    const kind = object.status === "pending" ? "pending" : "available";
    sums.set(key, { ...sum, [kind]: sum[kind] + object.net });
  }
  const keys = new Set([...sums.keys(), ...[...store.entries("balances")].map(([key]) => key)]);
  return [...keys].flatMap((key) => {
    const sum = sums.get(key) ?? { pending: 0, available: 0 };
    const row = store.get("balances", key);
    if (row?.pending === sum.pending && row.available === sum.available) return [];
    return [
      `${key}: the balance is ${row?.pending} pending and ${row?.available} available, its transactions sum to ${sum.pending} and ${sum.available}`,
    ];
  });
}

function checkZeroSum(store: Store): string[] {
  const sums = new Map<string, number>();
  const add = (currency: string, amount: number) => sums.set(currency, (sums.get(currency) ?? 0) + amount);
  for (const row of store.all("balances")) add(row.currency, row.pending + row.available);
  for (const row of store.all("outside")) add(row.currency, row.amount);
  return [...sums]
    .filter(([, sum]) => sum !== 0)
    .map(([currency, sum]) => `${currency}: platform + connected + outside is ${sum}`);
}

function checkTransfers(store: Store): string[] {
  const perCharge = new Map<string, number>();
  const problems: string[] = [];
  for (const { object } of store.all("transfers")) {
    const source = idOf(object.source_transaction);
    if (source !== null) perCharge.set(source, (perCharge.get(source) ?? 0) + object.amount);
    if (object.amount_reversed > object.amount) problems.push(`${object.id}: more reversed than transferred`);
  }
  for (const [id, sum] of perCharge) {
    const captured = store.get("charges", id)?.object.amount_captured ?? 0;
    if (sum > captured) problems.push(`${id}: transfers of ${sum} out of a charge of ${captured}`);
  }
  return [...problems, ...checkReversals(store)];
}

function checkReversals(store: Store): string[] {
  const reversed = new Map<string, number>();
  for (const { object } of store.all("transferReversals")) {
    const id = idOf(object.transfer) ?? "";
    reversed.set(id, (reversed.get(id) ?? 0) + object.amount);
  }
  return [...store.all("transfers")]
    .filter(({ object }) => object.amount_reversed !== (reversed.get(object.id) ?? 0))
    .map(
      ({ object }) =>
        `${object.id}: says ${object.amount_reversed} reversed, reversals sum to another amount`,
    );
}

function checkRefunds(store: Store): string[] {
  const refunded = new Map<string, number>();
  for (const { object } of store.all("refunds")) {
    const id = idOf(object.charge) ?? "";
    refunded.set(id, (refunded.get(id) ?? 0) + (object.status === "failed" ? 0 : object.amount));
  }
  return [...refunded].flatMap(([id, sum]) => {
    const charge = store.get("charges", id)?.object;
    if (charge !== undefined && sum <= charge.amount_captured && sum === charge.amount_refunded) return [];
    return [
      `${id}: refunds of ${sum}, captured ${charge?.amount_captured}, refunded ${charge?.amount_refunded}`,
    ];
  });
}

/** What connected accounts are below zero is kept back from the platform, to the unit. */
function checkReserve(store: Store, platformAccount: string): string[] {
  const below = new Map<string, number>();
  for (const { account, currency, available } of store.all("balances")) {
    const missing = account === platformAccount ? 0 : Math.max(0, -available);
    below.set(currency, (below.get(currency) ?? 0) + missing);
  }
  return [...below].flatMap(([currency, missing]) => {
    const kept = store.get("outside", `${currency}/reserve`)?.amount ?? 0;
    if (kept === missing) return [];
    return [`${currency}: connected accounts are ${missing} below zero, ${kept} is reserved for it`];
  });
}

/** Σ of what disputes have moved is what they still hold, and no charge loses more than it took. */
function checkDisputes(store: Store): string[] {
  return [...store.all("disputes")].flatMap(({ object: dispute }) => {
    const moved = dispute.balance_transactions.reduce((sum, { amount }) => sum + amount, 0);
    const held = ["needs_response", "under_review", "lost"].includes(dispute.status) ? dispute.amount : 0;
    if (moved === -held) return [];
    return [`${dispute.id}: ${dispute.status}, and its transactions sum to ${moved} instead of ${-held}`];
  });
}
