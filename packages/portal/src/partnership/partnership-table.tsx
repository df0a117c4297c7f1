import type { views } from "@evenshare/domain";
import { type Column, DataTable, DateTime, StatusBadge } from "@evenshare/ui";
import { Sums } from "../home/sums";
import { agreementWords } from "./agreement-words";

type PartnershipRow = views.PartnershipRow;

const columns: readonly Column<PartnershipRow>[] = [
  {
    id: "partner",
    header: "Partner",
    cell: ({ counterparty, title }) => (
      <span>
        {counterparty.name}
        <span className="block text-small font-normal text-muted">{title}</span>
      </span>
    ),
  },
  {
    id: "agreement",
    header: "Agreement",
    cell: ({ agreementStatus }) => {
      const { word, tone } = agreementWords(agreementStatus);
      return (
        <StatusBadge tone={tone} variant="plain">
          {word}
        </StatusBadge>
      );
    },
  },
  {
    id: "open",
    header: "Open milestones",
    align: "end",
    cell: ({ openMilestones }) => <span className="figures">{openMilestones}</span>,
  },
  {
    id: "next",
    header: "Next date",
    cell: ({ nextDate }) =>
      nextDate === null ? <span className="text-muted">none</span> : <DateTime at={nextDate} show="day" />,
  },
  {
    id: "held",
    header: "Held",
    align: "end",
    cell: ({ money }) => <Sums sums={money.map(({ currency, held }) => ({ currency, amount: held }))} />,
  },
];

/** Partnerships, one per line, each leading to its space. */
export function PartnershipTable({ rows }: { rows: readonly PartnershipRow[] }) {
  return (
    <DataTable
      caption="Partnerships"
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/partnerships/${id}`}
    />
  );
}
