import type { views } from "@evenshare/domain";
import { type Column, DataTable, DateTime, Money, Section, StatusBadge, TextLink } from "@evenshare/ui";
import { usePortal } from "../app/portal";
import { DownloadCsv } from "../export/download-csv";
import { refundWords } from "./remainder-words";

type MilestoneView = views.MilestoneView;

interface Moved {
  readonly id: string;
  readonly at: Date;
  readonly amount: bigint;
  readonly fee: bigint;
  readonly refund?: MilestoneView["refunds"][number];
  readonly roll?: MilestoneView["rolls"][number];
}

/** Held money that was not released: returned to the brand, or rolled from one milestone into another. */
export function MovedSection({ milestone }: { milestone: MilestoneView }) {
  const { refunds, rolls, timeZone } = milestone;
  const rows: Moved[] = [
    ...refunds.map((refund) => ({ ...refund, refund })),
    ...rolls.map((roll) => ({ ...roll, roll })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  if (rows.length === 0) return null;
  const { currency } = milestone.money;
  const columns: Column<Moved>[] = [
    { id: "at", header: "Moved", cell: ({ at }) => <DateTime at={at} timeZone={timeZone} /> },
    { id: "what", header: "Where to", cell: (row) => <Whereabouts row={row} /> },
    {
      id: "amount",
      header: "Amount",
      align: "end",
      cell: ({ amount }) => <Money amount={amount} currency={currency} />,
    },
    {
      id: "fee",
      header: "Fee beside it",
      align: "end",
      cell: ({ fee }) => <Money amount={fee} currency={currency} />,
    },
  ];
  return (
    <Section
      title="Returned and rolled over"
      action={
        <DownloadCsv
          table="moved-money"
          filter={{ milestoneId: milestone.id }}
          what="what was returned or rolled over of this milestone"
        />
      }
    >
      <DataTable
        caption="Returned and rolled over"
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

function Whereabouts({ row: { roll, refund } }: { row: Moved }) {
  const { side } = usePortal();
  if (roll !== undefined) {
    return (
      <span>
        <StatusBadge tone="held" variant="plain">
          {roll.direction === "in" ? "Came from another milestone" : "Rolled over"}
        </StatusBadge>
        <span className="block text-small">
          <TextLink href={`/milestones/${roll.other.id}`}>{roll.other.title}</TextLink>
        </span>
      </span>
    );
  }
  if (refund === undefined) return null;
  const { word, tone } = refundWords(refund.status);
  return (
    <span>
      <StatusBadge tone={tone} variant="plain">
        {word}
      </StatusBadge>
      {refund.paidWith !== null && side === "brand" && (
        <span className="block text-small text-muted">
          {refund.paidWith.label} ending in {refund.paidWith.last4}
        </span>
      )}
      {refund.reason !== null && <span className="block text-small text-muted">{refund.reason}</span>}
    </span>
  );
}
