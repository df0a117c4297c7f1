/**
 * A milestone and its money in a few lines: what the product must agree with after every step. It knows no database, no
 * ledger and no transfers, only how much is where. Amounts in minor units, instants in milliseconds.
 */
export interface Reference {
  readonly amount: bigint;
  readonly feeBp: bigint;
  readonly feeBearer: "brand" | "producer";
  state: string;
  now: number;
  funded: bigint;
  held: bigint;
  feeHeld: bigint;
  released: bigint;
  /** Payment pages that are open: what they would bring. */
  pages: { readonly amount: bigint; readonly fee: bigint }[];
  /** Bank debits that the bank has not answered, and when it does. */
  debits: Debit[];
  /** Bank debits that were paid, latest last: what the bank may take back. */
  paidDebits: Debit[];
  /** What the brand owes since its bank took released money back. */
  owed: bigint;
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

const dayMs = 86_400_000;
const reviewDays = 14;
const hourMs = 3_600_000;
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
    pages: [],
    debits: [],
    paidDebits: [],
    owed: 0n,
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
function feeOf(at: Reference, before: bigint, gross: bigint): bigint {
  const share = (total: bigint) => (total * at.feeBp + 5_000n) / 10_000n;
  return share(before + gross) - share(before);
}

/** The fee of letting `gross` go, and what reaches the producer. What the brand paid beside is never exceeded, and goes with the last part. */
export function quote(at: Reference, gross: bigint): { fee: bigint; net: bigint } {
  const fee = feeOf(at, at.released, gross);
  if (at.feeBearer === "producer") return { fee, net: gross - fee };
  const last = gross === at.held && at.funded >= at.amount;
  return { fee: last || fee > at.feeHeld ? at.feeHeld : fee, net: gross };
}

/** Between agreement and the end more may be paid in, as long as something is missing. */
export function takesMoney(at: Reference): boolean {
  return !["draft", "proposed", "funded", "released", "clawback_open", "recovered"].includes(at.state);
}

/** What may still be paid in, pages that were left open aside: the next page closes them. */
export function room(at: Reference): bigint {
  return at.amount - at.funded - at.debits.reduce((sum, debit) => sum + debit.amount, 0n);
}

export function openPage(at: Reference, amount: bigint): void {
  const spoken = at.pages.reduce((sum, page) => sum + page.amount, 0n);
  if (amount > room(at) - spoken) at.pages = [];
  const fee = at.feeBearer === "brand" ? feeOf(at, at.funded, amount) : 0n;
  at.pages.push({ amount, fee });
}

export function payPage(at: Reference): void {
  const page = at.pages.shift();
  if (page !== undefined) receive(at, page);
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
  for (const debit of due.filter(({ pays }) => pays)) {
    receive(at, debit);
    at.paidDebits.push(debit);
  }
}

/** The bank takes a debit back: held money first, then it is owed. */
export function takeBack(at: Reference): void {
  const debit = at.paidDebits.pop();
  if (debit === undefined) return;
  const least = (a: bigint, b: bigint) => (a < b ? a : b);
  const held = least(debit.amount, at.held);
  const fee = least(debit.fee, at.feeHeld);
  at.held -= held;
  at.funded -= held;
  at.feeHeld -= fee;
  at.owed += debit.amount + debit.fee - held - fee;
  const stops = ["part_funded", "funded", "in_progress", "submitted", "revision_requested"];
  if (at.state === "released") at.state = "clawback_open";
  if (!stops.includes(at.state)) return;
  at.state = "funding_failed";
  at.reviewEndsAt = null;
}

export function repay(at: Reference): void {
  at.owed = 0n;
  if (at.state === "clawback_open") at.state = "recovered";
}

function receive(at: Reference, page: { readonly amount: bigint; readonly fee: bigint }): void {
  at.funded += page.amount;
  at.held += page.amount;
  at.feeHeld += page.fee;
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

export function letGo(at: Reference, gross: bigint): void {
  const { fee, net } = quote(at, gross);
  at.held -= gross;
  at.released += gross;
  if (at.feeBearer === "brand") at.feeHeld -= fee;
  at.sending += net;
}

/** The work is accepted: everything held goes, or waits with a reason. */
export function accept(at: Reference): void {
  at.state = "accepted";
  at.reviewEndsAt = null;
  beginRelease(at);
}

function beginRelease(at: Reference): void {
  if (at.held === 0n) {
    if (at.funded >= at.amount && isSettled(at)) at.state = "released";
    return;
  }
  if (!at.payable) {
    at.state = "releasing_blocked";
    at.retryAt = at.now + hourMs;
    return;
  }
  letGo(at, at.held);
  at.state = isSettled(at) ? "released" : "releasing";
  if (at.refused === 0n) at.retryAt = null;
}

/** A release that waits is taken up again. */
function continueRelease(at: Reference): void {
  if (at.refused > 0n && at.payable) {
    if (at.state === "releasing_blocked") at.state = "releasing";
    at.retryAt = null;
    at.sending += at.refused;
    at.refused = 0n;
    return;
  }
  if (["releasing_blocked", "accepted"].includes(at.state) && at.held > 0n) beginRelease(at);
}

/** Everything that comes due until `at.now`, in the order of time. */
export function fireTimers(at: Reference): void {
  const due = (instant: number | null): instant is number => instant !== null && instant <= at.now;
  while (due(at.retryAt) || due(at.reviewEndsAt)) {
    if (due(at.retryAt) && (at.reviewEndsAt === null || at.retryAt <= at.reviewEndsAt)) {
      at.retryAt = null;
      continueRelease(at);
    } else {
      accept(at);
    }
  }
}

/** The worker does what can be done. */
export function work(at: Reference): void {
  for (let turns = 0; turns < 4; turns += 1) {
    if (at.lookAgain) {
      at.lookAgain = false;
      continueRelease(at);
    }
    if (at.sending > 0n) send(at);
  }
}

function send(at: Reference): void {
  if (!at.payable || !at.able) {
    at.refused += at.sending;
    at.sending = 0n;
    if (at.state === "releasing") at.state = "releasing_blocked";
    at.retryAt = at.now + hourMs;
    return;
  }
  at.sending = 0n;
  if (!isSettled(at)) return;
  const through = at.held === 0n && at.funded >= at.amount;
  if (at.state === "releasing") at.state = through ? "released" : "accepted";
  else if (at.state === "accepted" && through) at.state = "released";
  if (at.state === "accepted" && at.held > 0n) at.lookAgain = true;
}

function isSettled(at: Reference): boolean {
  return at.sending === 0n && at.refused === 0n;
}
