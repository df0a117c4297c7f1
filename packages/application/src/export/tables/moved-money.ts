import { type CurrencyCode, ok, views } from "@evenshare/domain";
import { z } from "zod";
import { getMilestone } from "../../query/get-milestone";
import { at, defineExport, figure, onePage } from "../table-export";

const filter = z.strictObject({ milestoneId: views.id });

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly what: string;
  readonly other: string | null;
  readonly reason: string | null;
  readonly settledAt: Date | null;
  readonly amount: bigint;
  readonly fee: bigint;
  readonly currency: CurrencyCode;
}

/** Held money that was not released: returned to the brand, or rolled from one milestone into another. */
export const movedMoneyTable = defineExport<z.infer<typeof filter>, Row>({
  name: "moved-money",
  permission: "partnership.read",
  filter,
  async page(deps, scope, { milestoneId }) {
    const milestone = await getMilestone(deps, scope, { id: milestoneId });
    if (!milestone.ok) return milestone;
    const { refunds, rolls, money } = milestone.value;
    const rows = [
      ...refunds.map((refund) => ({ ...refund, what: `refund ${refund.status}`, other: null })),
      ...rolls.map((roll) => ({
        ...roll,
        what: `rolled ${roll.direction}`,
        other: roll.other.title,
        reason: null,
        settledAt: roll.at,
      })),
    ];
    rows.sort((a, b) => b.at.getTime() - a.at.getTime());
    return ok(onePage(rows.map((row) => ({ ...row, currency: money.currency }))));
  },
  columns: [
    { header: "Moved", cell: (row) => at(row.at) },
    { header: "Where to", cell: ({ what }) => what },
    { header: "Where to: milestone", cell: ({ other }) => other },
    { header: "Where to: reason", cell: ({ reason }) => reason },
    { header: "Where to: settled at", cell: ({ settledAt }) => at(settledAt) },
    { header: "Amount", cell: ({ amount, currency }) => figure(amount, currency) },
    { header: "Fee beside it", cell: ({ fee, currency }) => figure(fee, currency) },
    { header: "Currency", cell: ({ currency }) => currency },
    { header: "Id", cell: ({ id }) => id },
  ],
});
