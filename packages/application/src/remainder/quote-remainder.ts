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
      const other = kind === "roll" && targetId !== null ? await findSnapshot(tx, targetId) : null;
      if (other !== null && !other.ok) return other;
      const target = other === null ? null : other.value;
      const { held, released } = snapshot.money;
      const possible = checkRemainder(snapshot, target, { kind, amount, currency, expectedHeld: held });
      if (!possible.ok) return possible;
      const fee = feeBeside(snapshot, amount);
      const heldAfter = held - amount;
      return ok({
        currency: snapshot.currency,
        amount,
        fee,
        heldAfter,
        endsAs: heldAfter > 0n ? null : released > 0n ? "released" : "refunded",
        target:
          target === null
            ? null
            : {
                id: target.id,
                title: target.title,
                lacks: roomIn(target),
                lacksAfter: roomIn(target) - amount,
              },
        providerKeeps: kind === "return" ? await keptOf(tx, snapshot, amount, fee) : 0n,
      });
    },
  });

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
