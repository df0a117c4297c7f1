import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  confirmFunding,
  confirmTransfer,
  type EntryDraft,
  type MilestoneChange,
  type MilestoneSnapshot,
  payoutFailedEntry,
  payoutPaidEntry,
  payoutReturnedEntry,
  payoutSentEntry,
  type Result,
  releasePart,
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

const held = { funded: 100_000n, held: 100_000n, feeHeld: 2_500n, released: 0n, inFlight: 0n, paidOut: 0n };
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

const posted: Record<string, () => EntryDraft> = {
  "funded, fee borne by the brand": () =>
    entryOf(
      confirmFunding(
        snapshotOf({
          state: "agreed",
          money: { ...held, funded: 0n, held: 0n, feeHeld: 0n },
          fundings: [{ id: "f", status: "opened", amount: 100_000n, fee: 2_500n }],
        }),
        {
          fundingId: "f",
          paymentId: "pi",
          chargeId: "ch",
          charged: 102_500n,
          processingFee: 1_558n,
          currency: "GBP",
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
