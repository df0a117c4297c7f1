import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  agreeOffer,
  confirmFunding,
  confirmTransfer,
  type EntryDraft,
  followRefund,
  type MilestoneChange,
  type MilestoneSnapshot,
  payoutFailedEntry,
  payoutPaidEntry,
  payoutReturnedEntry,
  payoutSentEntry,
  type RefundNews,
  type Result,
  releasePart,
  restoreFunding,
  returnFunding,
} from "../src";
import { contextOf, producerId, snapshotOf } from "./snapshots";

/** The tables of the ledger's documentation by the name in the comment above each: `account → minor units, debits positive`. */
function readExamples(): Map<string, string[]> {
  const page = readFileSync(new URL("../../../docs/ledger.md", import.meta.url), "utf8");
  const examples = page.matchAll(/<!-- example: (.+?) -->\n((?:\|.*\n)+)/g);
  return new Map(
    [...examples].map(([, name = "", table = ""]) => [
      name,
      table.split("\n").slice(2).filter(Boolean).map(readRow),
    ]),
  );
}

function readRow(row: string): string {
  const [, account = "", debit = "", credit = ""] = row.split("|").map((cell) => cell.trim());
  const minor = (text: string) => BigInt(text.replace(/[,.]/g, "") || "0");
  return `${account} ${minor(debit) - minor(credit)}`;
}

function entryOf(result: Result<MilestoneChange | null>): EntryDraft {
  const entry = result.ok ? result.value?.entries?.[0] : undefined;
  if (entry === undefined) throw new Error("the decision posted nothing");
  return entry;
}

const held = {
  funded: 100_000n,
  held: 100_000n,
  feeHeld: 2_500n,
  released: 0n,
  inFlight: 0n,
  refunded: 0n,
  paidOut: 0n,
};
const producerBears: MilestoneSnapshot = {
  ...snapshotOf(),
  terms: { ...snapshotOf().terms, feeBearer: "producer" },
};
const part = { amount: 40_000n, currency: "GBP", expectedHeld: 100_000n };
const payout = {
  id: "p",
  attemptClass: 1,
  organizationId: producerId,
  amount: 40_000n,
  currency: "GBP",
} as const;
const id = () => "id";

const partReleased = {
  funded: 100_000n,
  held: 60_000n,
  feeHeld: 1_500n,
  released: 40_000n,
  inFlight: 0n,
  refunded: 0n,
  paidOut: 40_000n,
};
const taken = {
  fundingId: "funding-1",
  disputeId: "du",
  total: 102_500n,
  providerFee: 1_500n,
  currency: "GBP",
  reason: "bank_debit_returned",
  words: "Returned.",
  evidence: [],
  final: true,
} as const;
const returned = {
  id: "r",
  fundingId: "funding-1",
  disputeId: "du",
  amount: 100_000n,
  fee: 2_500n,
  fromHeld: 60_000n,
  fromFeeHeld: 1_500n,
  owed: 41_000n,
};
const afterReturn = { ...partReleased, funded: 40_000n, held: 0n, feeHeld: 0n };

const offer = {
  id: "o",
  amount: 60_000n,
  targetTitle: null,
  seenHeld: 60_000n,
  seenState: "in_progress",
  organizationId: producerId,
  userId: "somebody",
  userName: "Somebody",
} as const;
const left = snapshotOf({
  money: partReleased,
  charges: [{ fundingId: "funding-1", chargeId: "ch_1", amount: 100_000n, fee: 2_500n, left: 60_000n }],
});

function agreedEntry(kind: "roll" | "return"): EntryDraft {
  const target = snapshotOf({
    id: "next",
    state: "agreed",
    money: { ...held, funded: 0n, held: 0n, feeHeld: 0n },
  });
  const snapshot = { ...left, offer: { ...offer, kind, targetId: kind === "roll" ? "next" : null } };
  const person = { userId: "brand-user", name: "Ada" };
  const agreed = agreeOffer(snapshot, kind === "roll" ? target : null, "o", person, contextOf("brand"));
  return entryOf(agreed.ok ? { ok: true, value: agreed.value.change } : agreed);
}

function followedEntry(told: Pick<RefundNews, "status" | "booked">, status: "pending" | "sent"): EntryDraft {
  const refund = { id: "re", fundingId: "funding-1", amount: 60_000n, fee: 1_500n, status, reason: null };
  const money = { ...partReleased, held: 0n, feeHeld: 0n, refunded: 60_000n };
  const news = {
    ...told,
    refundId: "re",
    providerRefundId: "re_1",
    reason: null,
    total: 61_500n,
    currency: "GBP",
  };
  return entryOf(
    followRefund(snapshotOf({ state: "refunding", money, refunds: [refund] }), news, contextOf("clock")),
  );
}

const posted: Record<string, () => EntryDraft> = {
  "funded, fee borne by the brand": () =>
    entryOf(
      confirmFunding(
        snapshotOf({
          state: "agreed",
          money: { ...held, funded: 0n, held: 0n, feeHeld: 0n },
          fundings: [{ id: "f", status: "opened", amount: 100_000n, fee: 2_500n, purpose: "milestone" }],
        }),
        {
          fundingId: "f",
          paymentId: "pi",
          chargeId: "ch",
          charged: 102_500n,
          processingFee: 1_558n,
          currency: "GBP",
          paidWith: null,
        },
        contextOf("brand"),
      ),
    ),
  "part released, fee borne by the brand": () =>
    entryOf(releasePart(snapshotOf({ money: held }), part, contextOf("brand"))),
  "part released, fee borne by the producer": () =>
    entryOf(releasePart(producerBears, part, contextOf("brand"))),
  "transfer confirmed": () =>
    entryOf(
      confirmTransfer(
        snapshotOf({
          openTransfers: [
            { id: "t", releaseId: "r", releaseNet: 40_000n, status: "pending", amount: 40_000n },
          ],
        }),
        { transferId: "t", providerTransferId: "tr" },
        contextOf("clock"),
      ),
    ),
  "returned after a part was released": () =>
    entryOf(returnFunding(snapshotOf({ money: partReleased }), taken, contextOf("clock"))),
  repaid: () =>
    entryOf(
      confirmFunding(
        snapshotOf({
          state: "funding_failed",
          money: afterReturn,
          returns: [{ ...returned, status: "final" }],
          fundings: [{ id: "f", status: "opened", amount: 41_000n, fee: 0n, purpose: "repayment" }],
        }),
        {
          fundingId: "f",
          paymentId: "pi",
          chargeId: "ch",
          charged: 41_000n,
          processingFee: 630n,
          currency: "GBP",
          paidWith: null,
        },
        contextOf("clock"),
      ),
    ),
  restored: () =>
    entryOf(
      restoreFunding(
        snapshotOf({
          state: "funding_failed",
          money: afterReturn,
          returns: [{ ...returned, status: "contested" }],
        }),
        { disputeId: "du", providerFee: 0n },
        contextOf("clock"),
      ),
    ),
  "remainder rolled": () => agreedEntry("roll"),
  "refund decided": () => agreedEntry("return"),
  "refund sent": () => followedEntry({ status: "succeeded", booked: true }, "pending"),
  "refund cancelled": () => followedEntry({ status: "failed", booked: false }, "pending"),
  "refund returned": () => followedEntry({ status: "failed", booked: true }, "sent"),
  "payout sent": () => payoutSentEntry(payout, id),
  "payout paid": () => payoutPaidEntry(payout, id),
  "payout failed": () => payoutFailedEntry(payout, id),
  "payout returned": () => payoutReturnedEntry(payout, id),
};

test.each(Object.entries(posted))("F60: the documented entry of %s is what is posted", (name, post) => {
  const lines = post().postings.map(({ account, amount }) => `${account.kind} ${amount}`);
  expect(lines).toEqual(readExamples().get(name));
});

test("F60: every documented example is tested", () => {
  expect([...readExamples().keys()].sort()).toEqual(Object.keys(posted).sort());
});
