import type { CurrencyCode, views } from "@evenshare/domain";
import {
  type Column,
  currencyDigits,
  DataTable,
  DateTime,
  Money,
  StatusBadge,
  TextLink,
} from "@evenshare/ui";
import { differenceWords } from "./difference-words";
import { movementWords, statusWords } from "./movement-words";

type Row = views.ReconciliationRow;

/** Movements, ours beside Stripe's, each with how they agree. */
export function MovementTable({ rows }: { rows: readonly Row[] }) {
  const alignTo = Math.max(...rows.map(({ currency }) => currencyDigits(currency)));
  const amount = (value: bigint | null, currency: CurrencyCode) =>
    value === null ? (
      <span className="text-muted">none</span>
    ) : (
      <Money amount={value} currency={currency} alignTo={alignTo} />
    );
  const columns: readonly Column<Row>[] = [
    { id: "movement", header: "Movement", cell: (row) => <Movement row={row} /> },
    { id: "date", header: "Date", cell: ({ at }) => <DateTime at={at} /> },
    { id: "result", header: "Result", cell: (row) => <Result row={row} /> },
    {
      id: "here",
      header: "Evenshare",
      align: "end",
      cell: (row) => amount(row.amount, row.currency),
    },
    {
      id: "provider",
      header: "Stripe",
      align: "end",
      cell: (row) => amount(row.providerAmount, row.providerCurrency ?? row.currency),
    },
  ];
  return (
    <DataTable caption="Movements" captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
  );
}

function Movement({ row }: { row: Row }) {
  const { milestoneId, milestoneTitle, counterpartyName, reference } = row;
  return (
    <span>
      {movementWords(row.family)}
      {milestoneId !== null && (
        <span className="block text-small font-normal">
          <TextLink href={`/milestones/${milestoneId}`}>{milestoneTitle}</TextLink>
          {counterpartyName !== null && <span className="text-muted"> · {counterpartyName}</span>}
        </span>
      )}
      {reference !== null && (
        <span className="block text-small font-normal text-muted">
          <code className="figures font-sans break-all">{reference}</code>
        </span>
      )}
    </span>
  );
}

function Result({ row: { status, difference } }: { row: Row }) {
  const { word, tone } = statusWords(status);
  if (difference === null) {
    return (
      <StatusBadge tone={tone} variant="plain">
        {word}
      </StatusBadge>
    );
  }
  const words = differenceWords(difference);
  return (
    <span className="block max-w-reading">
      <StatusBadge tone={tone} variant="plain">
        {words.word}
      </StatusBadge>
      <span className="block text-small text-muted sm:min-w-64">{words.next}</span>
    </span>
  );
}
