import { type CurrencyCode, type OrganizationKind, ok, views } from "@evenshare/domain";
import { z } from "zod";
import { getMilestone } from "../../query/get-milestone";
import { at, defineExport, figure, onePage } from "../table-export";

const filter = z.strictObject({ milestoneId: views.id });

interface Row {
  readonly funding: views.MilestoneView["fundings"][number];
  readonly currency: CurrencyCode;
  readonly milestone: string;
  readonly side: OrganizationKind;
}

/** The payments into one milestone. What the brand was charged beside it is the brand's to see, as on the screen. */
export const fundingsTable = defineExport<z.infer<typeof filter>, Row>({
  name: "fundings",
  permission: "partnership.read",
  filter,
  async page(deps, scope, { milestoneId }) {
    const milestone = await getMilestone(deps, scope, { id: milestoneId });
    if (!milestone.ok) return milestone;
    const { fundings, money, title } = milestone.value;
    return ok(
      onePage(
        fundings.map((funding) => ({
          funding,
          currency: money.currency,
          milestone: title,
          side: scope.kind,
        })),
      ),
    );
  },
  columns: [
    { header: "Payment", cell: ({ funding }) => at(funding.at) },
    { header: "Milestone", cell: ({ milestone }) => milestone },
    { header: "State", cell: ({ funding }) => funding.status },
    { header: "State: reason", cell: ({ funding }) => funding.failureReason },
    { header: "For the milestone", cell: ({ funding, currency }) => figure(funding.amount, currency) },
    { header: "Receipt", cell: ({ funding }) => funding.receiptNumber?.toString() ?? null },
    {
      header: "Fee",
      cell: ({ funding, currency, side }) => (side === "brand" ? figure(funding.fee, currency) : null),
    },
    {
      header: "Charged",
      cell: ({ funding, currency, side }) => (side === "brand" ? figure(funding.charged, currency) : null),
    },
    { header: "Currency", cell: ({ currency }) => currency },
    { header: "Id", cell: ({ funding }) => funding.id },
  ],
});
