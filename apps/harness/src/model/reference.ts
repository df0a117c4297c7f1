/**
 * A milestone and its money in a few lines: what the product must agree with after every step. It knows no database, no
 * ledger and no transfers, only how much is where. Amounts in minor units, instants in milliseconds.
 */
export interface Reference {
  /** What was agreed; less when all that is held goes back. */
  amount: bigint;
  readonly feeBp: bigint;
  readonly feeBearer: "brand" | "producer";
  state: string;
  now: number;
  funded: bigint;
  held: bigint;
  feeHeld: bigint;
  released: bigint;
  refunded: bigint;
  /** Refunds that have not arrived, and when they do. */
  refunds: { readonly arrivesAt: number }[];
  /** What was offered about the held money, and on what that was based. */
  offer: Offer | null;
  /** The payments behind the held money, oldest first. */
  charges: Charge[];
  /** Payment pages that are open: what they would bring. */
  pages: { readonly amount: bigint; readonly fee: bigint }[];
  /** Bank debits that the bank has not answered, and when it does. */
  debits: Debit[];
  /** What the brand owes since its bank took released money back. */
  owed: bigint;
  /** Whether money that the bank took has not been made good. */
  onHold: boolean;
  /** On the way to the producer; and refused by the provider, waiting to be tried again. */
  sending: bigint;
  refused: bigint;
  /** Whether we believe the producer can be paid, and whether that is so. */
  payable: boolean;
  able: boolean;
  rounds: number;
  reviewEndsAt: number | null;
  retryAt: number | null;
  /** Something happened that makes a waiting release worth another look. */
  lookAgain: boolean;
}

export interface Debit {
  readonly amount: bigint;
  readonly fee: bigint;
  readonly pays: boolean;
  readonly answeredAt: number;
}

/** A payment as far as it still belongs to the milestone. */
export interface Charge {
  amount: bigint;
  fee: bigint;
  /** What no release and no refund has taken of it. */
  left: bigint;
  /** Whether a bank paid it, which may take it back. */
  readonly debit: boolean;
}

export interface Offer {
  readonly by: "brand" | "producer";
  readonly amount: bigint;
  readonly seenHeld: bigint;
  readonly seenState: string;
}

export const dayMs = 86_400_000;
const reviewDays = 14;
export const includedRounds = 2;

export function newReference(amount: bigint, feeBearer: Reference["feeBearer"], now: Date): Reference {
  return {
    amount,
    feeBp: 250n,
    feeBearer,
    state: "draft",
    now: now.getTime(),
    funded: 0n,
    held: 0n,
    feeHeld: 0n,
    released: 0n,
    refunded: 0n,
    refunds: [],
    offer: null,
    charges: [],
    pages: [],
    debits: [],
    owed: 0n,
    onHold: false,
    sending: 0n,
    refused: 0n,
    payable: true,
    able: true,
    rounds: 0,
    reviewEndsAt: null,
    retryAt: null,
    lookAgain: false,
  };
}

/** Fee of the next `gross` after `before`, rounded half up on the running total. */
export function feeOf(at: Reference, before: bigint, gross: bigint): bigint {
  const share = (total: bigint) => (total * at.feeBp + 5_000n) / 10_000n;
  return share(before + gross) - share(before);
}

export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** Between agreement and the end more may be paid in, as long as something is missing. */
export function takesMoney(at: Reference): boolean {
  const closed = [
    "draft",
    "proposed",
    "funded",
    "refunding",
    "refunded",
    "released",
    "clawback_open",
    "recovered",
  ];
  return !closed.includes(at.state);
}

/** What may still be paid in, pages that were left open aside: the next page closes them. */
export function room(at: Reference): bigint {
  return at.amount - at.funded - at.debits.reduce((sum, debit) => sum + debit.amount, 0n);
}

export function openPage(at: Reference, amount: bigint): void {
  const spoken = at.pages.reduce((sum, page) => sum + page.amount, 0n);
  if (amount > room(at) - spoken) at.pages = [];
  const fee = at.feeBearer === "brand" ? feeOf(at, at.funded - at.refunded, amount) : 0n;
  at.pages.push({ amount, fee });
}

export function payPage(at: Reference): void {
  const page = at.pages.shift();
  if (page !== undefined) receive(at, page, false);
}

/** The bank is asked for the money and answers on the second midnight. */
export function debitPage(at: Reference, pays: boolean): void {
  const page = at.pages.shift();
  const answeredAt = (Math.floor(at.now / dayMs) + 2) * dayMs;
  if (page !== undefined) at.debits.push({ ...page, pays, answeredAt });
}

/** Banks answer the debits whose day has come. */
export function answerDebits(at: Reference): void {
  const due = at.debits.filter(({ answeredAt }) => answeredAt <= at.now);
  at.debits = at.debits.filter(({ answeredAt }) => answeredAt > at.now);
  for (const debit of due.filter(({ pays }) => pays)) receive(at, debit, true);
}

/** The bank takes back what of its latest debit was not refunded: held money first, then it is owed. */
export function takeBack(at: Reference): void {
  const debit = at.charges.findLast((charge) => charge.debit && charge.amount + charge.fee > 0n);
  if (debit === undefined) return;
  const held = least(debit.amount, at.held);
  const fee = least(debit.fee, at.feeHeld);
  at.held -= held;
  at.funded -= held;
  at.feeHeld -= fee;
  at.owed += debit.amount + debit.fee - held - fee;
  at.onHold = true;
  debit.amount = 0n;
  debit.fee = 0n;
  debit.left = 0n;
  const stops = ["part_funded", "funded", "in_progress", "submitted", "revision_requested"];
  if (at.state === "released") at.state = "clawback_open";
  if (!stops.includes(at.state)) return;
  at.state = "funding_failed";
  at.reviewEndsAt = null;
}

export function repay(at: Reference): void {
  at.owed = 0n;
  makeGood(at);
  if (at.state === "clawback_open") at.state = "recovered";
}

function makeGood(at: Reference): void {
  if (at.owed === 0n && at.funded >= at.amount) at.onHold = false;
}

function receive(at: Reference, { amount, fee }: Pick<Charge, "amount" | "fee">, debit: boolean): void {
  at.funded += amount;
  at.held += amount;
  at.feeHeld += fee;
  at.charges.push({ amount, fee, left: amount, debit });
  makeGood(at);
  if (["agreed", "part_funded", "funding_failed"].includes(at.state))
    at.state = at.funded >= at.amount ? "funded" : "part_funded";
  if (at.state === "accepted" || (at.state === "releasing_blocked" && at.payable)) at.lookAgain = true;
}

export function submit(at: Reference): void {
  at.state = "submitted";
  at.reviewEndsAt = at.now + reviewDays * dayMs;
}

export function requestRevision(at: Reference): void {
  at.state = "revision_requested";
  at.rounds += 1;
  at.reviewEndsAt = null;
}
