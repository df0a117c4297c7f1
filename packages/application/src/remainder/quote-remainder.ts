import type { TenantTransaction } from "@evenshare/database";
import {
  checkRemainder,
  feeBeside,
  type MilestoneSnapshot,
  ok,
  roomIn,
  sum,
  takeFromCharges,
  views,
} from "@evenshare/domain";
import type { z } from "zod";
import { findSnapshot } from "../query/read-snapshot";
import { runQuery } from "../query/run-query";
import type { Verb } from "../verb";

/**
 * What an offer about held money would mean: what moves, the fee beside it, what becomes of the milestone, and what the
 * provider keeps of its charges. Refused in the same words as the offer itself would be.
 */
export const quoteRemainder: Verb<z.input<typeof views.quoteRemainderInput>, views.RemainderQuote> = (
  deps,
  scope,
  raw,
) =>
  runQuery(deps, scope, raw, {
    permission: "remainder.read",
    input: views.quoteRemainderInput,
    async read(tx, { id, kind, amount, currency, targetId }) {
      const found = await findSnapshot(tx, id);
      if (!found.ok) return found;
      const snapshot = found.value;
      const other = kind === "roll" && targetId !== null ? await findSnapshot(tx, targetId) : ok(null);
      if (!other.ok) return other;
      const target = other.value;
      const { held } = snapshot.money;
      const possible = checkRemainder(snapshot, target, { kind, amount, currency, expectedHeld: held });
      if (!possible.ok) return possible;
      const fee = feeBeside(snapshot, amount);
      return ok({
        currency: snapshot.currency,
        amount,
        fee,
        heldAfter: held - amount,
        endsAs: endOf(snapshot, amount),
        target: target && describeTarget(target, amount),
        providerKeeps: kind === "return" ? await keptOf(tx, snapshot, amount, fee) : 0n,
      });
    },
  });

function endOf({ money }: MilestoneSnapshot, amount: bigint): views.RemainderQuote["endsAs"] {
  if (amount < money.held) return null;
  return money.released > 0n ? "released" : "refunded";
}

function describeTarget(target: MilestoneSnapshot, amount: bigint): views.RemainderQuote["target"] {
  const lacks = roomIn(target);
  return { id: target.id, title: target.title, lacks, lacksAfter: lacks - amount };
}

/** Of each charge the part that goes back, and as much of what the provider took for it, rounded down: it is not returned. */
async function keptOf(
  tx: TenantTransaction,
  { charges }: MilestoneSnapshot,
  amount: bigint,
  fee: bigint,
): Promise<bigint> {
  const parts = takeFromCharges(charges, { amount, fee });
  const paid = await tx.funding.findMany({ where: { id: { in: parts.map(({ fundingId }) => fundingId) } } });
  return sum(
    parts.map((part) => {
      const charge = paid.find(({ id }) => id === part.fundingId);
      if (charge === undefined) return 0n;
      return ((charge.processingFee ?? 0n) * (part.amount + part.fee)) / (charge.amount + charge.fee);
    }),
  );
}
