import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreeOffer, feeBeside, feeOfNext, heldAfter, returnFromShares, sum, takeFromCharges } from "../src";
import {
  decider,
  next,
  of,
  offerOf,
  partReleased,
  rolledBy,
  scene,
  targetId,
  total,
} from "./remainder-scenes";
import { contextOf, snapshotOf } from "./snapshots";

describe("held money that leaves other than by release", () => {
  test("F52 F60: however it is cut, amount and fee leave to the unit, and no charge gives more than it has", () => {
    fc.assert(
      fc.property(scene, ({ snapshot, cuts }) => {
        let left = snapshot;
        for (const share of cuts) {
          const amount = (left.money.held * share) / 10_000n;
          if (amount === 0n) continue;
          const fee = feeBeside(left, amount);
          const parts = takeFromCharges(left.charges, { amount, fee });
          expect(sum(parts.map((part) => part.amount))).toBe(amount);
          expect(sum(parts.map((part) => part.fee))).toBe(fee);
          const charges = left.charges.map((charge) => {
            const part = parts.find(({ fundingId }) => fundingId === charge.fundingId);
            const taken = {
              ...charge,
              amount: charge.amount - (part?.amount ?? 0n),
              fee: charge.fee - (part?.fee ?? 0n),
              left: charge.left - (part?.amount ?? 0n),
            };
            expect(taken.left >= 0n && taken.fee >= 0n && taken.amount >= 0n).toBe(true);
            return taken;
          });
          const { held, feeHeld } = left.money;
          left = { ...left, charges, money: { ...left.money, held: held - amount, feeHeld: feeHeld - fee } };
          // What stays is exactly what the releases of what stays will earn.
          expect(left.money.feeHeld).toBe(
            feeOfNext(left.money.released, left.money.held, left.terms.feeBp, "GBP"),
          );
        }
      }),
    );
  });

  test("F52 F60: rolled, the same leaves one milestone and comes to the other", () => {
    fc.assert(
      fc.property(scene, ({ snapshot, cuts: [share = 0n] }) => {
        const amount = (snapshot.money.held * share) / 10_000n;
        if (amount === 0n || snapshot.money.released === 0n) return;
        const offer = offerOf({
          kind: "roll",
          amount,
          seenHeld: snapshot.money.held,
          targetId,
          targetTitle: "April box",
        });
        const target = { ...next, amount: snapshot.amount + 100_000n, terms: snapshot.terms };
        const agreed = agreeOffer({ ...snapshot, offer }, target, "offer", decider, contextOf("brand"));
        const { change, targetChange } = rolledBy(agreed);
        const postings = change.entries?.flatMap((entry) => entry.postings) ?? [];
        expect(total(postings)).toBe(0n);
        expect(of(postings, "milestone_held", snapshot.id)).toBe(amount);
        expect(of(postings, "milestone_held", targetId)).toBe(-amount);
        expect(of(postings, "milestone_fee_held", snapshot.id)).toBe(feeBeside(snapshot, amount));
        expect(targetChange.entries).toBeUndefined();
        const held = heldAfter(snapshot, change.entries ?? []);
        expect(change.patch.amount).toBe(held === 0n ? snapshot.money.released : snapshot.amount - amount);
        expect(change.patch.state).toBe(held === 0n ? "released" : "in_progress");
      }),
    );
  });

  test("F52 F60: returned, it is in refund to the unit, one refund per charge", () => {
    fc.assert(
      fc.property(scene, ({ snapshot, cuts: [share = 0n] }) => {
        const amount = (snapshot.money.held * share) / 10_000n;
        if (amount === 0n) return;
        const offer = offerOf({ amount, seenHeld: snapshot.money.held });
        const agreed = agreeOffer({ ...snapshot, offer }, null, "offer", decider, contextOf("brand"));
        if (!agreed.ok) throw new Error(agreed.failure.code);
        const { entries = [], refunds = [], operations = [] } = agreed.value.change;
        const postings = entries.flatMap((entry) => entry.postings);
        expect(of(postings, "milestone_refunding", snapshot.id)).toBe(
          -(amount + feeBeside(snapshot, amount)),
        );
        expect(new Set(refunds.map(({ fundingId }) => fundingId)).size).toBe(refunds.length);
        expect(operations.map(({ subjectId }) => subjectId)).toEqual(refunds.map(({ id }) => id));
      }),
    );
  });
});

describe("a charge that several milestones share", () => {
  test("F52 F95: what a bank takes of it is divided by their shares, in one entry that balances", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 1n, max: 100_000n }), { minLength: 1, maxLength: 4 }),
        fc.bigInt({ min: 1n, max: 10_000n }),
        (amounts, share) => {
          const snapshots = amounts.map((amount, index) =>
            snapshotOf({
              id: `m${index}`,
              money: { ...partReleased.money, held: amount / 2n, feeHeld: 0n },
              charges: [{ fundingId: "f", chargeId: "ch", amount, fee: amount / 40n, left: amount / 2n }],
              fundings: [],
            }),
          );
          const all = sum(amounts.map((amount) => amount + amount / 40n));
          const taken = {
            fundingId: "f",
            disputeId: "du",
            total: (all * share) / 10_000n || 1n,
            providerFee: 1_500n,
            currency: "GBP",
            reason: "card_payment_disputed",
            words: "Taken.",
            evidence: [],
            final: false,
          } as const;
          const changes = returnFromShares(snapshots, taken, contextOf("clock"));
          if (!changes.ok) throw new Error(changes.failure.code);
          const entries = changes.value.flatMap((change) => change?.entries ?? []);
          expect(entries).toHaveLength(1);
          const postings = entries.flatMap((entry) => entry.postings);
          expect(total(postings)).toBe(0n);
          expect(of(postings, "provider_platform", "platform")).toBe(-(taken.total + 1_500n));
          const drafts = changes.value.flatMap((change) => change?.newReturn ?? []);
          expect(sum(drafts.map(({ amount, fee }) => amount + fee))).toBe(taken.total);
        },
      ),
    );
  });
});
