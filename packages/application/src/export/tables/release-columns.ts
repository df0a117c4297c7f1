import type { CurrencyCode, views } from "@evenshare/domain";
import { at, type ExportColumn, figure } from "../table-export";

export interface ReleaseExportRow {
  readonly release: views.MilestoneView["releases"][number];
  readonly currency: CurrencyCode;
  readonly milestone: string;
}

/** Where a release's money is: the payout speaks once there is one. */
function whereabouts({ release: { transferStatus, payout } }: ReleaseExportRow): string {
  return payout !== null && transferStatus === "confirmed"
    ? `payout ${payout.status}`
    : `transfer ${transferStatus}`;
}

/** The columns of a release, with those that only one of the tables has between the milestone and where the money is. */
export function releaseColumns<Row extends ReleaseExportRow>(
  ...between: readonly ExportColumn<Row>[]
): readonly ExportColumn<Row>[] {
  return [
    { header: "Released", cell: ({ release }) => at(release.at) },
    { header: "Released: how", cell: ({ release }) => release.trigger },
    { header: "Milestone", cell: ({ milestone }) => milestone },
    ...between,
    { header: "Where it is", cell: whereabouts },
    { header: "Where it is: reason", cell: ({ release }) => release.blockedReason },
    { header: "Where it is: expected", cell: ({ release }) => at(release.payout?.expectedAt ?? null) },
    { header: "Where it is: paid at", cell: ({ release }) => at(release.payout?.paidAt ?? null) },
    { header: "Amount", cell: ({ release, currency }) => figure(release.gross, currency) },
    { header: "Fee", cell: ({ release, currency }) => figure(release.fee, currency) },
    { header: "To the producer", cell: ({ release, currency }) => figure(release.net, currency) },
    { header: "Currency", cell: ({ currency }) => currency },
    { header: "Id", cell: ({ release }) => release.id },
  ];
}
