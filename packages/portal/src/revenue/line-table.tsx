import type { views } from "@evenshare/domain";
import {
  type Column,
  currencyDigits,
  DataTable,
  DateTime,
  Money,
  StatusBadge,
  useFormatting,
} from "@evenshare/ui";
import { Undo2 } from "lucide-react";

type Line = views.RevenueLineView;
export interface LineTableProps {
  lines: readonly Line[];
  /** The zone by whose days the list is narrowed. */
  timeZone: string;
}

/** Sales and returns as they came in. */
export function LineTable({ lines, timeZone }: LineTableProps) {
  const { locale } = useFormatting();
  const count = new Intl.NumberFormat(locale);
  const alignTo = Math.max(...lines.map(({ currency }) => currencyDigits(currency)));
  const columns: readonly Column<Line>[] = [
    { id: "item", header: "Item", cell: (line) => <Item line={line} /> },
    {
      id: "when",
      header: "When",
      cell: ({ occurredAt }) => <DateTime at={occurredAt} timeZone={timeZone} />,
    },
    { id: "kind", header: "Kind", cell: ({ type }) => <SaleOrReturn type={type} /> },
    { id: "source", header: "Source", cell: ({ source }) => source },
    { id: "id", header: "Id", cell: (line) => <Identity line={line} /> },
    {
      id: "quantity",
      header: "Quantity",
      align: "end",
      cell: ({ quantity }) => quantity !== null && <span className="figures">{count.format(quantity)}</span>,
    },
    {
      id: "gross",
      header: "Gross",
      align: "end",
      cell: (line) => (
        <span>
          <SignedMoney line={line} amount={line.gross} alignTo={alignTo} />
          <AmountParts line={line} alignTo={alignTo} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption="Sales and returns"
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={({ source, eventId }) => `${source} ${eventId}`}
    />
  );
}

function Identity({ line: { eventId, originalId } }: { line: Line }) {
  return (
    <span className="text-small wrap-anywhere text-muted">
      {eventId}
      {originalId !== null && <span className="block">of {originalId}</span>}
    </span>
  );
}

function Item({ line: { item, description } }: { line: Line }) {
  return (
    <span>
      {item}
      {description !== "" && <span className="block text-small font-normal text-muted">{description}</span>}
    </span>
  );
}

/** Which of the two a line is, in a word: a return is never told by the sign of its amount alone. */
export function SaleOrReturn({ type }: { type: Line["type"] }) {
  if (type === "sale") return <span className="text-muted">Sale</span>;
  return (
    <StatusBadge tone="refunded" variant="plain" icon={Undo2}>
      Return
    </StatusBadge>
  );
}

interface SignedMoneyProps {
  line: Pick<Line, "type" | "currency">;
  /** Without a sign, as lines carry it. */
  amount: bigint;
  alignTo?: number;
}

/** An amount of a line; what goes back to the customer stands with a minus. */
export function SignedMoney({ line: { type, currency }, amount, alignTo }: SignedMoneyProps) {
  return (
    <Money
      amount={type === "return" ? -amount : amount}
      currency={currency}
      {...(alignTo !== undefined && { alignTo })}
    />
  );
}

interface AmountPartsProps {
  line: Pick<Line, "type" | "currency" | "tax" | "fees" | "shipping">;
  alignTo?: number;
}

/** Tax, fees and shipping of a line, where there are any, each on a line of its own. */
export function AmountParts({ line, alignTo }: AmountPartsProps) {
  const parts = [
    { name: "tax", amount: line.tax },
    { name: "fees", amount: line.fees },
    { name: "shipping", amount: line.shipping },
  ];
  return parts
    .filter(({ amount }) => amount !== 0n)
    .map(({ name, amount }) => (
      <span key={name} className="block text-small text-muted">
        {name} <SignedMoney line={line} amount={amount} {...(alignTo !== undefined && { alignTo })} />
      </span>
    ));
}
