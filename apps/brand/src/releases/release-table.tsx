import type { views } from "@evenshare/domain";
import { ReleaseWhereabouts, triggerWords } from "@evenshare/portal";
import { type Column, currencyDigits, DataTable, DateTime, Money } from "@evenshare/ui";

type Row = views.ReleaseLogRow;

export interface ReleaseTableProps {
  releases: readonly Row[];
  /** The zone by whose days the list is narrowed. */
  timeZone: string;
}

/** Releases of all milestones: when, for what and to whom, where the money is, and what the fee was. */
export function ReleaseTable({ releases, timeZone }: ReleaseTableProps) {
  const alignTo = Math.max(...releases.map(({ currency }) => currencyDigits(currency)));
  const amount = (id: "gross" | "fee" | "net", header: string): Column<Row> => ({
    id,
    header,
    align: "end",
    cell: (row) => <Money amount={row[id]} currency={row.currency} alignTo={alignTo} />,
  });
  const columns: readonly Column<Row>[] = [
    {
      id: "milestone",
      header: "Milestone",
      cell: ({ milestoneTitle, counterparty }) => (
        <span>
          {milestoneTitle}
          <span className="block text-small font-normal text-muted">{counterparty.name}</span>
        </span>
      ),
    },
    {
      id: "at",
      header: "Released",
      cell: ({ at, trigger }) => (
        <span>
          <DateTime at={at} timeZone={timeZone} />
          <span className="block text-small text-muted">{triggerWords(trigger)}</span>
        </span>
      ),
    },
    {
      id: "where",
      header: "Where it is",
      cell: (row) => (
        <ReleaseWhereabouts release={row} timeZone={timeZone} counterpartyName={row.counterparty.name} />
      ),
    },
    amount("gross", "Amount"),
    amount("fee", "Fee"),
    amount("net", "To the producer"),
  ];
  return (
    <DataTable
      caption="Releases"
      captionHidden
      columns={columns}
      rows={releases}
      rowKey={({ id }) => id}
      rowHref={({ milestoneId }) => `/milestones/${milestoneId}`}
    />
  );
}
