import { ok, views } from "@evenshare/domain";
import { listPayouts } from "../../query/list-payouts";
import { at, defineExport, exportPageSize, figure } from "../table-export";

interface Row {
  readonly payout: views.PayoutRow;
  readonly line: views.PayoutRow["lines"][number];
}

/** A line for each release in a payout: "To you" adds up to what arrives, the payout's amount stands beside it. */
export const payoutsTable = defineExport<views.MoneyLogFilter, Row>({
  name: "payouts",
  permission: "partnership.read",
  filter: views.moneyLogFilter,
  async page(deps, scope, wanted, cursor) {
    const listed = await listPayouts(deps, scope, { ...wanted, cursor, limit: exportPageSize });
    if (!listed.ok) return listed;
    const { items, nextCursor } = listed.value;
    return ok({
      items: items.flatMap((payout) => payout.lines.map((line) => ({ payout, line }))),
      nextCursor,
    });
  },
  columns: [
    { header: "Created", cell: ({ payout }) => at(payout.createdAt) },
    { header: "State", cell: ({ payout }) => payout.status },
    { header: "Expected", cell: ({ payout }) => at(payout.expectedAt) },
    { header: "Paid at", cell: ({ payout }) => at(payout.paidAt) },
    { header: "Bank", cell: ({ payout }) => payout.bank },
    { header: "Trace", cell: ({ payout }) => payout.traceId },
    { header: "State: reason", cell: ({ payout }) => payout.failureReason },
    { header: "State: what to do", cell: ({ payout }) => payout.fix },
    {
      header: "State: waits for",
      cell: ({ payout }) => figure(payout.waitsFor, payout.currency),
    },
    { header: "Milestone", cell: ({ line }) => line.milestoneTitle },
    { header: "Milestone: brand", cell: ({ line }) => line.brandName },
    { header: "Released", cell: ({ payout, line }) => figure(line.gross, payout.currency) },
    { header: "Platform fee", cell: ({ payout, line }) => figure(line.fee, payout.currency) },
    { header: "To you", cell: ({ payout, line }) => figure(line.net, payout.currency) },
    { header: "Payout amount", cell: ({ payout }) => figure(payout.amount, payout.currency) },
    { header: "Currency", cell: ({ payout }) => payout.currency },
    { header: "Release id", cell: ({ line }) => line.releaseId },
    { header: "Payout id", cell: ({ payout }) => payout.id },
  ],
});
