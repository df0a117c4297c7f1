import { feeOf, least, type Reference } from "./reference";

/** How held money of the reference goes to the producer. */

const hourMs = 3_600_000;

/** The fee of letting `gross` go, and what reaches the producer. What the brand paid beside is never exceeded, and goes with the last part. */
export function quote(at: Reference, gross: bigint): { fee: bigint; net: bigint } {
  const fee = feeOf(at, at.released, gross);
  if (at.feeBearer === "producer") return { fee, net: gross - fee };
  const last = gross === at.held && at.funded >= at.amount;
  return { fee: last || fee > at.feeHeld ? at.feeHeld : fee, net: gross };
}

export function letGo(at: Reference, gross: bigint): void {
  const { fee, net } = quote(at, gross);
  at.held -= gross;
  at.released += gross;
  if (at.feeBearer === "brand") at.feeHeld -= fee;
  at.sending += net;
  let open = net;
  for (const charge of at.charges) {
    const part = least(open, charge.left);
    charge.left -= part;
    open -= part;
  }
}

/** The work is accepted: everything held goes, or waits with a reason. */
export function accept(at: Reference): void {
  at.state = "accepted";
  at.reviewEndsAt = null;
  beginRelease(at);
}

function beginRelease(at: Reference): void {
  if (at.held === 0n) {
    if (at.funded >= at.amount && isSettled(at)) comeThrough(at, "released");
    return;
  }
  if (!at.payable) {
    at.state = "releasing_blocked";
    at.retryAt = at.now + hourMs;
    return;
  }
  letGo(at, at.held);
  if (isSettled(at)) comeThrough(at, "released");
  else at.state = "releasing";
  if (at.refused === 0n) at.retryAt = null;
}

/** What is through stays open while the brand owes for what was released. */
export function comeThrough(at: Reference, as: "released" | "refunded"): void {
  at.state = as === "released" && at.owed > 0n ? "clawback_open" : as;
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
  if (through && ["releasing", "accepted"].includes(at.state)) comeThrough(at, "released");
  else if (at.state === "releasing") at.state = "accepted";
  if (at.state === "accepted" && at.held > 0n) at.lookAgain = true;
}

export function isSettled(at: Reference): boolean {
  return at.sending === 0n && at.refused === 0n;
}
