import { type CurrencyCode, ok, views } from "@evenshare/domain";
import { z } from "zod";
import { getMilestone } from "../../query/get-milestone";
import { at, defineExport, figure, onePage } from "../table-export";

const filter = z.strictObject({ milestoneId: views.id });

interface Row {
  readonly release: views.MilestoneView["releases"][number];
  readonly currency: CurrencyCode;
  readonly milestone: string;
}

/** Where a release's money is: the payout speaks once there is one. */
function whereabouts({ release: { transferStatus, payout } }: Row): string {
  return payout !== null && transferStatus === "confirmed"
    ? `payout ${payout.status}`
    : `transfer ${transferStatus}`;
}

export const releasesTable = defineExport<z.infer<typeof filter>, Row>({
  name: "releases",
  permission: "partnership.read",
  filter,
  async page(deps, scope, { milestoneId }) {
    const milestone = await getMilestone(deps, scope, { id: milestoneId });
    if (!milestone.ok) return milestone;
    const { releases, money, title } = milestone.value;
    return ok(onePage(releases.map((release) => ({ release, currency: money.currency, milestone: title }))));
  },
  columns: [
    { header: "Released", cell: ({ release }) => at(release.at) },
    { header: "Released: how", cell: ({ release }) => release.trigger },
    { header: "Milestone", cell: ({ milestone }) => milestone },
    { header: "Where it is", cell: whereabouts },
    { header: "Where it is: reason", cell: ({ release }) => release.blockedReason },
    { header: "Where it is: expected", cell: ({ release }) => at(release.payout?.expectedAt ?? null) },
    { header: "Where it is: paid at", cell: ({ release }) => at(release.payout?.paidAt ?? null) },
    { header: "Amount", cell: ({ release, currency }) => figure(release.gross, currency) },
    { header: "Fee", cell: ({ release, currency }) => figure(release.fee, currency) },
    { header: "To the producer", cell: ({ release, currency }) => figure(release.net, currency) },
    { header: "Currency", cell: ({ currency }) => currency },
    { header: "Id", cell: ({ release }) => release.id },
  ],
});
