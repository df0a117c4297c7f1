import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  agreeOffer,
  type ChargeShare,
  checkRemainder,
  endMootOffer,
  feeBeside,
  feeOfNext,
  heldAfter,
  type MilestoneChange,
  type MilestoneSnapshot,
  type OpenOffer,
  offerRemainder,
  type Posting,
  releasePart,
  returnFromShares,
  submitMilestone,
  sum,
  takeFromCharges,
} from "../src";
import { brandId, contextOf, producerId, snapshotOf } from "./snapshots";

const decider = { userId: "brand-user", name: "Ada" };
const targetId = "00000000-0000-4000-8000-0000000000a2";

function offerOf(change: Partial<OpenOffer> = {}): OpenOffer {
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
const partReleased = snapshotOf({
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
const next = snapshotOf({
  id: targetId,
  title: "April box",
  state: "agreed",
  money: { funded: 0n, held: 0n, feeHeld: 0n, released: 0n, refunded: 0n, inFlight: 0n, paidOut: 0n },
  charges: [],
  fundings: [],
});

function rolledBy(agreed: ReturnType<typeof agreeOffer>) {
  if (!agreed.ok || agreed.value.targetChange === null) throw new Error("nothing rolled");
  return { change: agreed.value.change, targetChange: agreed.value.targetChange };
}

const total = (postings: readonly Posting[]) => sum(postings.map(({ amount }) => amount));
const of = (postings: readonly Posting[], kind: string, ownerId: string) =>
  sum(
    postings
      .filter(({ account }) => account.kind === kind && account.ownerId === ownerId)
      .map(({ amount }) => amount),
  );

/** A milestone funded by several charges, of which a part was released, and a part of what is held. */
const scene = fc
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

describe("an offer about held money", () => {
  const wanted = { kind: "return", amount: 60_000n, currency: "GBP", expectedHeld: 60_000n } as const;

  test.each<[string, Partial<MilestoneSnapshot>, string]>([
    ["accepted work", { state: "accepted" }, "milestone.transition_forbidden"],
    [
      "a debit under way",
      { fundings: [{ id: "f", status: "processing", amount: 1n, fee: 0n, purpose: "milestone" }] },
      "funding.processing",
    ],
    [
      "an open page",
      { fundings: [{ id: "f", status: "opened", amount: 1n, fee: 0n, purpose: "milestone" }] },
      "funding.another_open",
    ],
    [
      "a hold",
      {
        holds: [
          {
            id: "h",
            subjectId: "r",
            reason: "card_payment_disputed",
            amount: 1n,
            appealed: false,
            answered: false,
          },
        ],
      },
      "remainder.money_on_hold",
    ],
    [
      "a refund under way",
      { refunds: [{ id: "r", fundingId: "f", amount: 1n, fee: 0n, status: "sent", reason: null }] },
      "remainder.refund_under_way",
    ],
  ])("F52: is refused for %s", (_what, change, code) => {
    expect(checkRemainder({ ...partReleased, ...change }, null, wanted)).toMatchObject({
      ok: false,
      failure: { code },
    });
  });

  test("F52: may be made while a part is on its way, and is carried out once it has arrived", () => {
    const flying: MilestoneSnapshot = {
      ...partReleased,
      openTransfers: [{ id: "t", releaseId: "r", releaseNet: 40_000n, status: "pending", amount: 40_000n }],
    };
    const made = offerRemainder(flying, null, wanted, { userId: "u", name: "Bo" }, contextOf("producer"));
    expect(made).toMatchObject({
      ok: true,
      value: { offer: { lodge: { kind: "return", amount: 60_000n } } },
    });
    const agreed = agreeOffer({ ...flying, offer: offerOf() }, null, "offer", decider, contextOf("brand"));
    expect(agreed).toMatchObject({ ok: false, failure: { code: "remainder.release_under_way" } });
  });

  test("F52: rolls only into an agreed, unfinished milestone of the partnership on the same terms", () => {
    const roll = { ...wanted, kind: "roll" } as const;
    const into = (change: Partial<MilestoneSnapshot>) => {
      const result = checkRemainder(partReleased, { ...next, ...change }, roll);
      return result.ok ? "possible" : result.failure.code;
    };
    expect(into({})).toBe("possible");
    expect(into({ partnershipId: "another" })).toBe("remainder.target_elsewhere");
    expect(into({ currency: "EUR" })).toBe("remainder.target_elsewhere");
    for (const state of ["draft", "funded", "accepted", "released"] as const)
      expect(into({ state })).toBe("remainder.target_closed");
    expect(into({ terms: { ...next.terms, feeBp: 251 } })).toBe("remainder.terms_differ");
    expect(into({ terms: { ...next.terms, feeBearer: "producer" } })).toBe("remainder.terms_differ");
    expect(into({ amount: 59_999n })).toBe("remainder.more_than_target_lacks");
    // It would lack ten pence, which nobody can pay.
    expect(into({ amount: 60_010n })).toBe("amount.rest_below_minimum");
    const nothingReleased = snapshotOf();
    expect(
      checkRemainder(nothingReleased, next, { ...roll, amount: 100_000n, expectedHeld: 100_000n }),
    ).toMatchObject({ ok: false, failure: { code: "remainder.nothing_would_stay" } });
  });

  test("F52: is answered by neither its own side nor its maker at the other one", () => {
    const answer = (offer: OpenOffer) =>
      agreeOffer({ ...partReleased, offer }, null, "offer", decider, contextOf("brand"));
    expect(answer(offerOf({ organizationId: brandId }))).toMatchObject({
      failure: { code: "remainder.own_offer" },
    });
    expect(answer(offerOf({ userId: "brand-user" }))).toMatchObject({
      failure: { code: "remainder.own_offer" },
    });
  });

  test("F52: ends, as void, with every change of what is held or of the state, and with no other", () => {
    const waiting = { ...partReleased, offer: offerOf() };
    const endOf = (change: MilestoneChange) =>
      endMootOffer(waiting, change, contextOf("brand")).offer?.settle?.reason ?? null;
    const part = { amount: 1n, currency: "GBP", expectedHeld: 60_000n };
    const released = releasePart(waiting, part, contextOf("brand"));
    const submitted = submitMilestone(
      waiting,
      {
        note: "",
        links: [],
        fileIds: [],
        criteria: waiting.criteria.map(({ id }) => ({ criterionId: id, met: true, note: "" })),
      },
      contextOf("producer"),
    );
    if (!released.ok || !submitted.ok) throw new Error("refused");
    expect(endOf(released.value)).toBe("amount_changed");
    expect(endOf(submitted.value)).toBe("milestone_moved_on");
    const still = {
      transitions: [],
      patch: { state: "in_progress" },
      audit: { action: "a", before: {}, after: {}, reason: null },
    } as const;
    expect(endOf(still)).toBeNull();
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
