import type { views } from "@evenshare/domain";
import { type Column, DataTable, DateTime, Money, ShareBar, StatusBadge } from "@evenshare/ui";
import { actionWords } from "./action-words";
import { moneySegments } from "./money-segments";
import { stateWords } from "./state-words";

type MilestoneRow = views.MilestoneRow;

const title: Column<MilestoneRow> = { id: "title", header: "Milestone", cell: (row) => row.title };

const partner: Column<MilestoneRow> = {
  id: "partner",
  header: "Partner",
  cell: (row) => <span className="text-muted">{row.counterparty.name}</span>,
};

const columns: readonly Column<MilestoneRow>[] = [
  {
    id: "state",
    header: "State",
    cell: (row) => {
      const { word, tone } = stateWords(row.state);
      return (
        <StatusBadge tone={tone} variant="plain">
          {word}
        </StatusBadge>
      );
    },
  },
  { id: "date", header: "Date", cell: (row) => <RowDate row={row} /> },
  {
    id: "next",
    header: "Your step",
    cell: (row) =>
      row.nextAction === null ? <span className="text-muted">none</span> : actionWords(row.nextAction),
  },
  {
    id: "money",
    header: "Money",
    onPhone: "plain",
    cell: (row) => (
      <ShareBar
        variant="inline"
        label={row.title}
        segments={moneySegments(row.money)}
        currency={row.money.currency}
        className="w-full sm:w-28"
      />
    ),
  },
  {
    id: "amount",
    header: "Amount",
    align: "end",
    cell: (row) => (
      <Money amount={row.money.committed} currency={row.money.currency} className="font-medium" />
    ),
  },
];

function RowDate({ row }: { row: MilestoneRow }) {
  if (row.reviewEndsAt !== null) {
    return (
      <span>
        releases <DateTime at={row.reviewEndsAt} timeZone={row.timeZone} show="day" />
      </span>
    );
  }
  if (row.dueOn !== null) {
    // A due date is a day without a time; noon UTC is that day in every zone people work in.
    return (
      <span>
        due <DateTime at={new Date(`${row.dueOn}T12:00:00Z`)} timeZone="UTC" show="day" />
      </span>
    );
  }
  return <span className="text-muted">none</span>;
}

export interface MilestoneTableProps {
  rows: readonly MilestoneRow[];
  /** Within one partnership the partner is known. */
  withPartner: boolean;
}

/** Milestones, one per line, each leading to its page. */
export function MilestoneTable({ rows, withPartner }: MilestoneTableProps) {
  return (
    <DataTable
      caption="Milestones"
      captionHidden
      columns={withPartner ? [title, partner, ...columns] : [title, ...columns]}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/milestones/${id}`}
    />
  );
}
