import { dayMs, feeOf, least, type Offer, type Reference } from "./reference";
import { comeThrough, isSettled, work } from "./releasing";

/** What the brand and the producer may agree about held money: that a part of it, or all, goes back to the brand. */

const open = ["part_funded", "funded", "in_progress", "submitted", "revision_requested"];
/** A bank needs so many midnights to take a refund in. */
const bankDays = 3;

/** Whether `amount` may be offered: nothing may still come, go back, or be wanted by a bank. */
export function mayOffer(at: Reference, amount: bigint): boolean {
  return at.offer === null && mayReturn(at, amount);
}

function mayReturn(at: Reference, amount: bigint): boolean {
  const nothingOpen = at.pages.length + at.debits.length + at.refunds.length === 0;
  return open.includes(at.state) && nothingOpen && !at.onHold && amount > 0n && amount <= at.held;
}

export function offer(at: Reference, by: Offer["by"], amount: bigint): void {
  at.offer = { by, amount, seenHeld: at.held, seenState: at.state };
}

/** Whether the other side's yes carries it out: then what was released has arrived, too. */
export function mayAgree(at: Reference, by: Offer["by"]): boolean {
  return at.offer !== null && at.offer.by !== by && mayReturn(at, at.offer.amount) && isSettled(at);
}

/** The money goes back to the newest payments, with the fee that its release would have earned last. */
export function agree(at: Reference): void {
  if (at.offer === null) return;
  const { amount } = at.offer;
  at.offer = null;
  const fee = feeBeside(at, amount);
  if (amount === at.held) {
    at.state = "refunding";
    at.reviewEndsAt = null;
    at.amount = at.released + at.refunded + amount;
  }
  at.held -= amount;
  at.feeHeld -= fee;
  at.refunded += amount;
  takeFromCharges(at, amount, fee);
}

function feeBeside(at: Reference, amount: bigint): bigint {
  if (amount === at.held) return at.feeHeld;
  if (at.feeBearer === "producer") return 0n;
  return least(feeOf(at, at.released + at.held - amount, amount), at.feeHeld);
}

function takeFromCharges(at: Reference, amount: bigint, fee: bigint): void {
  const newestFirst = [...at.charges].reverse();
  const parts = newestFirst.map((charge) => ({ charge, amount: 0n, fee: 0n }));
  let [openAmount, openFee] = [amount, fee];
  for (const part of parts) {
    part.amount = least(openAmount, part.charge.left);
    openAmount -= part.amount;
  }
  // Of the fee the payments that give some of the amount give first.
  for (const part of [...parts].sort((a, b) => Number(b.amount > 0n) - Number(a.amount > 0n))) {
    part.fee = least(openFee, part.charge.fee);
    openFee -= part.fee;
  }
  for (const { charge, ...part } of parts.filter((one) => one.amount + one.fee > 0n)) {
    charge.amount -= part.amount;
    charge.left -= part.amount;
    charge.fee -= part.fee;
    const arrivesAt = charge.debit ? (Math.floor(at.now / dayMs) + bankDays) * dayMs : at.now;
    at.refunds.push({ arrivesAt });
  }
}

/** The worker does what can be done, and refunds that are due arrive. */
export function workAndRefund(at: Reference): void {
  work(at);
  receiveRefunds(at);
}

/** Refunds whose day has come arrive; with the last of them a milestone that waited for it is through. */
function receiveRefunds(at: Reference): void {
  at.refunds = at.refunds.filter(({ arrivesAt }) => arrivesAt > at.now);
  if (at.state !== "refunding" || at.refunds.length > 0) return;
  comeThrough(at, at.released > 0n ? "released" : "refunded");
}

/** An offer ends by itself when other money is held, or the milestone has moved on. */
export function endMootOffer(at: Reference): void {
  if (at.offer === null) return;
  if (at.offer.seenHeld !== at.held || at.offer.seenState !== at.state) at.offer = null;
}
