import { describe, expect, test } from "vitest";
import {
  blockTransfer,
  confirmTransfer,
  continueRelease,
  type MilestoneSnapshot,
  recordPayoutNews,
} from "../src";
import { contextOf, producerId, snapshotOf } from "./snapshots";

const transfer = {
  id: "t1",
  releaseId: "r1",
  releaseNet: 100_000n,
  status: "pending",
  amount: 60_000n,
} as const;
const second = { ...transfer, id: "t2", amount: 40_000n };
function releasing(changes: Partial<MilestoneSnapshot> = {}): MilestoneSnapshot {
  return snapshotOf({
    state: "releasing",
    money: {
      funded: 100_000n,
      held: 0n,
      feeHeld: 0n,
      released: 100_000n,
      inFlight: 100_000n,
      refunded: 0n,
      paidOut: 0n,
    },
    openTransfers: [transfer, second],
    ...changes,
  });
}
const confirmed = { transferId: "t1", providerTransferId: "tr_1" };

describe("transfers", () => {
  test("F91: the milestone is released, and its payout drawn up, only with the last transfer", () => {
    const first = confirmTransfer(releasing(), confirmed, contextOf("clock"));
    expect(first).toMatchObject({ ok: true, value: { patch: { state: "releasing" } } });
    if (first.ok) expect(first.value?.newPayout).toBeUndefined();
    const last = confirmTransfer(releasing({ openTransfers: [transfer] }), confirmed, contextOf("clock"));
    expect(last).toMatchObject({
      ok: true,
      value: { patch: { state: "released" }, newPayout: { amount: 100_000n, organizationId: producerId } },
    });
  });

  test("F60 F95: a release that arrives after the bank took its money back leaves the debt open, as if it had come before", () => {
    const owed = {
      id: "b1",
      fundingId: "f1",
      disputeId: "du_1",
      amount: 40_000n,
      fee: 0n,
      fromHeld: 0n,
      fromFeeHeld: 0n,
    };
    const returns = [{ ...owed, owed: 40_000n, status: "final" as const }];
    const last = releasing({ openTransfers: [transfer], returns });
    expect(confirmTransfer(last, confirmed, contextOf("clock"))).toMatchObject({
      ok: true,
      value: {
        transitions: [{ to: "released" }, { event: "open_clawback", to: "clawback_open", amount: 40_000n }],
        patch: { state: "clawback_open" },
        newPayout: { amount: 100_000n },
      },
    });
  });

  test("C22 F91: a transfer that is confirmed again changes nothing", () => {
    expect(confirmTransfer(releasing({ openTransfers: [second] }), confirmed, contextOf("clock"))).toEqual({
      ok: true,
      value: null,
    });
  });

  test("F91: what was funded in part goes back to waiting for the rest", () => {
    const snapshot = releasing({ amount: 150_000n, openTransfers: [transfer] });
    expect(confirmTransfer(snapshot, confirmed, contextOf("clock"))).toMatchObject({
      ok: true,
      value: { patch: { state: "accepted" } },
    });
  });

  test("C23 C24: a refused transfer waits with its reason, under a new key, and both sides are told once", () => {
    const refusal = { transferId: "t1", reason: "The account is restricted.", nextAttemptClass: 2 };
    const blocked = blockTransfer(releasing(), refusal, contextOf("clock"));
    expect(blocked).toMatchObject({
      ok: true,
      value: {
        patch: { state: "releasing_blocked", blockedReason: "The account is restricted." },
        transfer: { status: "blocked", attemptClass: 2 },
      },
    });
    if (blocked.ok) expect(blocked.value?.messages).toHaveLength(2);
    const again = blockTransfer(
      releasing({ state: "releasing_blocked", openTransfers: [{ ...transfer, status: "blocked" }] }),
      refusal,
      contextOf("clock"),
    );
    if (again.ok) expect(again.value?.messages).toEqual([]);
  });

  test("a refused transfer is tried again when the producer can be paid, not before", () => {
    const waiting = releasing({
      state: "releasing_blocked",
      openTransfers: [{ ...transfer, status: "blocked" }],
    });
    const goesOn = continueRelease(waiting, contextOf("clock"));
    expect(goesOn).toMatchObject({
      ok: true,
      value: { patch: { state: "releasing" }, operations: [{ kind: "transfer.create", subjectId: "t1" }] },
    });
    const stays = continueRelease(
      { ...waiting, payee: { payable: false, reason: "transfers_inactive" } },
      contextOf("clock"),
    );
    expect(stays).toEqual({ ok: true, value: null });
  });
});

describe("payouts", () => {
  const payout = {
    id: "p1",
    attemptClass: 1,
    organizationId: producerId,
    amount: 100_000n,
    currency: "GBP",
    status: "waiting",
    providerPayoutId: null,
  } as const;
  const kinds = (step: ReturnType<typeof recordPayoutNews>) =>
    step?.entries.map(({ kind, sourceKey }) => `${kind} ${sourceKey}`);
  const id = () => "id";

  test("F91: paid news that overtakes the sending posts both, once", () => {
    const step = recordPayoutNews({ payout, providerPayoutId: "po_1", providerStatus: "paid" }, id);
    expect(kinds(step)).toEqual(["payout.sent p1:1", "payout.paid p1:1"]);
    const later = { ...payout, status: "paid", providerPayoutId: "po_1" } as const;
    expect(
      recordPayoutNews({ payout: later, providerPayoutId: "po_1", providerStatus: "in_transit" }, id),
    ).toBeNull();
  });

  test("a payout that comes back puts the money where it was", () => {
    const sent = { ...payout, status: "in_transit", providerPayoutId: "po_1" } as const;
    const step = recordPayoutNews({ payout: sent, providerPayoutId: "po_1", providerStatus: "failed" }, id);
    expect(kinds(step)).toEqual(["payout.failed p1:1"]);
    expect(step?.entries[0]?.postings.reduce((total, { amount }) => total + amount, 0n)).toBe(0n);
  });

  test("news of an attempt that was given up says nothing about the present one", () => {
    const present = { ...payout, status: "in_transit", attemptClass: 2, providerPayoutId: "po_2" } as const;
    expect(
      recordPayoutNews({ payout: present, providerPayoutId: "po_1", providerStatus: "failed" }, id),
    ).toBeNull();
  });
});
