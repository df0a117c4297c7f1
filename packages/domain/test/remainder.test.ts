import { describe, expect, test } from "vitest";
import {
  agreeOffer,
  checkRemainder,
  endMootOffer,
  type MilestoneChange,
  type MilestoneSnapshot,
  type OpenOffer,
  offerRemainder,
  releasePart,
  submitMilestone,
} from "../src";
import { decider, next, offerOf, partReleased } from "./remainder-scenes";
import { brandId, contextOf, snapshotOf } from "./snapshots";

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
