import type { views } from "@evenshare/domain";
import { type Column, DataTable, DateTime, Money, Section } from "@evenshare/ui";
import { DownloadCsv } from "../export/download-csv";
import { triggerWords } from "./payment-words";
import { ReleaseWhereabouts } from "./release-whereabouts";

type MilestoneView = views.MilestoneView;
type Release = MilestoneView["releases"][number];

/** Money let go: what for, what the fee was, and where it is now. */
export function ReleasesSection({ milestone }: { milestone: MilestoneView }) {
  if (milestone.releases.length === 0) return null;
  const { currency } = milestone.money;
  const columns: Column<Release>[] = [
    {
      id: "at",
      header: "Released",
      cell: (release) => (
        <span>
          <DateTime at={release.at} timeZone={milestone.timeZone} />
          <span className="block text-small font-normal text-muted">{triggerWords(release.trigger)}</span>
        </span>
      ),
    },
    {
      id: "where",
      header: "Where it is",
      cell: (release) => (
        <ReleaseWhereabouts
          release={release}
          timeZone={milestone.timeZone}
          counterpartyName={milestone.counterparty.name}
        />
      ),
    },
    {
      id: "gross",
      header: "Amount",
      align: "end",
      cell: ({ gross }) => <Money amount={gross} currency={currency} />,
    },
    { id: "fee", header: "Fee", align: "end", cell: ({ fee }) => <Money amount={fee} currency={currency} /> },
    {
      id: "net",
      header: "To the producer",
      align: "end",
      cell: ({ net }) => <Money amount={net} currency={currency} className="font-medium" />,
    },
  ];
  const paidBy =
    milestone.terms.feeBearer === "brand"
      ? "The brand paid the fee beside the amount."
      : "The fee comes out of the amount.";
  return (
    <Section
      title="Releases"
      description={paidBy}
      action={
        <DownloadCsv
          table="releases"
          filter={{ milestoneId: milestone.id }}
          what="the releases of this milestone"
        />
      }
    >
      <DataTable
        caption="Releases"
        captionHidden
        columns={columns}
        rows={milestone.releases}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}
