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
type Amount = "tax" | "fees" | "shipping";

const amountHeaders: Readonly<Record<Amount, string>> = { tax: "Tax", fees: "Fees", shipping: "Shipping" };
const amounts: readonly Amount[] = ["tax", "fees", "shipping"];

export interface LineTableProps {
  lines: readonly Line[];
  /** The zone by whose days the list is narrowed. */
  timeZone: string;
}

/** Sales and returns as they came in. Columns in which no line has anything are left out. */
export function LineTable({ lines, timeZone }: LineTableProps) {
  const { locale } = useFormatting();
  const count = new Intl.NumberFormat(locale);
  const alignTo = Math.max(...lines.map(({ currency }) => currencyDigits(currency)));
  const shown = amounts.filter((name) => lines.some((line) => line[name] !== 0n));
  const columns: readonly Column<Line>[] = [
    { id: "item", header: "Item", cell: (line) => <Item line={line} /> },
    {
      id: "when",
      header: "When",
      cell: ({ occurredAt }) => <DateTime at={occurredAt} timeZone={timeZone} />,
    },
    { id: "type", header: "Type", cell: ({ type }) => <SaleOrReturn type={type} /> },
    {
      id: "source",
      header: "Source",
      cell: ({ source, eventId }) => (
        <span className="min-w-0">
          {source}
          <span className="block text-small wrap-anywhere text-muted">{eventId}</span>
        </span>
      ),
    },
    ...(lines.some(({ originalId }) => originalId !== null)
      ? [
          {
            id: "original",
            header: "Original",
            cell: ({ originalId }: Line) =>
              originalId !== null && <span className="text-small wrap-anywhere">{originalId}</span>,
          },
        ]
      : []),
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
      cell: (line) => <SignedMoney line={line} amount={line.gross} alignTo={alignTo} />,
    },
    ...shown.map(
      (name): Column<Line> => ({
        id: name,
        header: amountHeaders[name],
        align: "end",
        cell: (line) =>
          line[name] !== 0n && <SignedMoney line={line} amount={line[name]} alignTo={alignTo} />,
      }),
    ),
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
