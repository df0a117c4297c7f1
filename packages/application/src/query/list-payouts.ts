import { currencyCode, ok, payoutMinimum, refuse, views } from "@evenshare/domain";
import { z } from "zod";
import { milestonesOf } from "../tenancy";
import type { Verb } from "../verb";
import { loadPartnerships } from "./load-partnerships";
import { betweenDays, readTimeZone } from "./money-log";
import { after, cutPage, type Page, readCursor } from "./page";
import { runQuery } from "./run-query";

const status = z.enum(views.payoutStatuses);

/**
 * The producer's payouts, newest first, with the releases each consists of. Narrowed to a partner, only its releases are
 * among them; the payout's amount stays what goes to the bank.
 */
export const listPayouts: Verb<z.input<typeof views.listMoneyLogInput>, Page<views.PayoutRow>> = (
  deps,
  scope,
  input,
) =>
  runQuery(deps, scope, input, {
    permission: "partnership.read",
    input: views.listMoneyLogInput,
    async read(tx, { cursor, limit, partnerId, ...days }) {
      if (scope.kind !== "producer") return refuse({ code: "payout.not_found" });
      const position = readCursor(cursor);
      if (!position.ok) return position;
      const ofPartner = partnerId ? { release: { milestone: milestonesOf(partnerId) } } : undefined;
      const rows = await tx.payout.findMany({
        where: {
          organizationId: scope.organizationId,
          createdAt: betweenDays(days, await readTimeZone(tx, scope)),
          ...(ofPartner && { lines: { some: ofPartner } }),
          ...after(position.value),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit + 1,
        include: {
          lines: { where: ofPartner ?? {}, include: { release: { include: { milestone: true } } } },
        },
      });
      const { items, nextCursor } = cutPage(rows, limit, ({ id, createdAt }) => ({ id, at: createdAt }));
      const partnerships = await loadPartnerships(
        tx,
        scope,
        items.flatMap(({ lines }) => lines.map(({ partnershipId }) => partnershipId)),
      );
      const payouts = items.map(
        (payout): views.PayoutRow => ({
          id: payout.id,
          amount: payout.amount,
          currency: currencyCode.parse(payout.currency),
          status: status.parse(payout.status),
          waitsFor: waitsFor(payout),
          createdAt: payout.createdAt,
          expectedAt: payout.expectedAt,
          paidAt: payout.paidAt,
          failureReason: payout.failureReason,
          fix: payout.fix,
          bank: payout.bank,
          traceId: payout.traceId,
          lines: payout.lines.map(({ release, partnershipId }) => ({
            releaseId: release.id,
            milestoneId: release.milestoneId,
            milestoneTitle: release.milestone.title,
            brandName: partnerships.get(partnershipId)?.brand.name ?? "",
            gross: release.gross,
            fee: release.fee,
            net: release.net,
          })),
        }),
      );
      return ok({ items: payouts, nextCursor });
    },
  });

function waitsFor(payout: {
  readonly status: string;
  readonly amount: bigint;
  readonly currency: string;
}): bigint | null {
  const least = payoutMinimum(currencyCode.parse(payout.currency));
  return payout.status === "waiting" && payout.amount < least ? least : null;
}
