import type { views } from "@evenshare/domain";
import { Sums, stateWordsOf } from "@evenshare/portal";
import { type Column, currencyDigits, DataTable, DateTime, Money, StatusBadge } from "@evenshare/ui";

type HeldFundsView = views.HeldFundsView;
type Row = HeldFundsView["milestones"][number];

export interface HeldTableProps {
  milestones: readonly Row[];
  totals: HeldFundsView["totals"];
}

/** Each milestone's part, with the sums underneath: they are the totals above, or something is wrong. */
export function HeldTable({ milestones, totals }: HeldTableProps) {
  const alignTo = Math.max(...totals.map(({ currency }) => currencyDigits(currency)));
  const amount = (id: string, header: string, pick: (money: Row["money"]) => bigint): Column<Row> => ({
    id,
    header,
    align: "end",
    cell: ({ money }) => <Money amount={pick(money)} currency={money.currency} alignTo={alignTo} />,
    footer: <Sums zeroes sums={totals.map((total) => ({ currency: total.currency, amount: pick(total) }))} />,
  });
  const columns: Column<Row>[] = [
    {
      id: "title",
      header: "Milestone",
      cell: ({ title, counterparty }) => (
        <span>
          {title}
          <span className="block text-small font-normal text-muted">{counterparty.name}</span>
        </span>
      ),
      footer: "In all",
    },
    {
      id: "state",
      header: "State",
      cell: ({ state }) => {
        const { word, tone } = stateWordsOf(state);
        return (
          <StatusBadge tone={tone} variant="plain">
            {word}
          </StatusBadge>
        );
      },
    },
    {
      id: "date",
      header: "Releases",
      cell: ({ reviewEndsAt, timeZone }) =>
        reviewEndsAt === null ? (
          <span className="text-muted">no date</span>
        ) : (
          <DateTime at={reviewEndsAt} timeZone={timeZone} show="day" />
        ),
    },
    amount("funded", "Funded", ({ funded }) => funded),
    amount("released", "Released", ({ released }) => released),
    amount("inFlight", "of which on the way", ({ inFlight }) => inFlight),
    amount("refunded", "Returned", ({ refunded }) => refunded),
    amount("held", "Held", ({ held }) => held),
  ];
  return (
    <DataTable
      caption="Held funds by milestone"
      captionHidden
      columns={columns}
      rows={milestones}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/milestones/${id}`}
    />
  );
}
