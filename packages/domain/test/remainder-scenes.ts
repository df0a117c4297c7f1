import fc from "fast-check";
import {
  type agreeOffer,
  type ChargeShare,
  feeOfNext,
  type MilestoneSnapshot,
  type OpenOffer,
  type Posting,
  sum,
} from "../src";
import { producerId, snapshotOf } from "./snapshots";

export const decider = { userId: "brand-user", name: "Ada" };
export const targetId = "00000000-0000-4000-8000-0000000000a2";

export function offerOf(change: Partial<OpenOffer> = {}): OpenOffer {
  return {
    id: "offer",
    kind: "return",
    amount: 60_000n,
    targetId: null,
    targetTitle: null,
    seenHeld: 60_000n,
    seenState: "in_progress",
    organizationId: producerId,
    userId: "producer-user",
    userName: "Bo",
    ...change,
  };
}

/** Of £1,000.00, £400.00 was released. */
export const partReleased = snapshotOf({
  money: {
    funded: 100_000n,
    held: 60_000n,
    feeHeld: 1_500n,
    released: 40_000n,
    refunded: 0n,
    inFlight: 0n,
    paidOut: 0n,
  },
  charges: [{ fundingId: "funding-1", chargeId: "ch_1", amount: 100_000n, fee: 2_500n, left: 60_000n }],
});
export const next = snapshotOf({
  id: targetId,
  title: "April box",
  state: "agreed",
  money: { funded: 0n, held: 0n, feeHeld: 0n, released: 0n, refunded: 0n, inFlight: 0n, paidOut: 0n },
  charges: [],
  fundings: [],
});

export function rolledBy(agreed: ReturnType<typeof agreeOffer>) {
  if (!agreed.ok || agreed.value.targetChange === null) throw new Error("nothing rolled");
  return { change: agreed.value.change, targetChange: agreed.value.targetChange };
}

export const total = (postings: readonly Posting[]) => sum(postings.map(({ amount }) => amount));
export const of = (postings: readonly Posting[], kind: string, ownerId: string) =>
  sum(
    postings
      .filter(({ account }) => account.kind === kind && account.ownerId === ownerId)
      .map(({ amount }) => amount),
  );

/** A milestone funded by several charges, of which a part was released, and a part of what is held. */
export const scene = fc
  .record({
    paid: fc.array(fc.bigInt({ min: 1n, max: 500_000n }), { minLength: 1, maxLength: 6 }),
    feeBp: fc.integer({ min: 0, max: 3_000 }),
    released: fc.bigInt({ min: 0n, max: 10_000n }),
    cuts: fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ paid, feeBp, released, cuts }) => {
    const funded = sum(paid);
    const gone = (funded * released) / 10_000n;
    let before = 0n;
    let drawn = gone;
    const charges = paid.map((amount, index): ChargeShare => {
      const fee = feeOfNext(before, amount, feeBp, "GBP");
      before += amount;
      const used = drawn < amount ? drawn : amount;
      drawn -= used;
      return { fundingId: `f${index}`, chargeId: `ch_${index}`, amount, fee, left: amount - used };
    });
    const earned = feeOfNext(0n, gone, feeBp, "GBP");
    const base = snapshotOf();
    const snapshot: MilestoneSnapshot = {
      ...base,
      amount: funded,
      terms: { ...base.terms, feeBp },
      charges,
      money: {
        ...base.money,
        funded,
        held: funded - gone,
        released: gone,
        feeHeld: sum(charges.map(({ fee }) => fee)) - earned,
      },
    };
    return { snapshot, cuts };
  });
