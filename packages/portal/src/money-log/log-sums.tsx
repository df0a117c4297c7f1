import type { views } from "@evenshare/domain";
import { type Column, currencyDigits, DataTable, Money, Section } from "@evenshare/ui";

type Sum = views.MoneyLogSummary["sums"][number];

export interface LogSumsProps {
  sums: readonly Sum[];
  narrowed: boolean;
  /** How the log's columns are headed. */
  words: Readonly<Record<"entries" | "gross" | "net" | "fee", string>>;
}

/** What all rows under the filter come to, not only those that are loaded; a line for each currency. */
export function LogSums({ sums, narrowed, words }: LogSumsProps) {
  if (sums.length === 0) return null;
  const alignTo = Math.max(...sums.map(({ currency }) => currencyDigits(currency)));
  const amount = (id: "gross" | "fee" | "net" | "arrived", header: string): Column<Sum> => ({
    id,
    header,
    align: "end",
    cell: (sum) => <Money amount={sum[id]} currency={sum.currency} alignTo={alignTo} />,
  });
  const columns: readonly Column<Sum>[] = [
    { id: "currency", header: "Currency", cell: ({ currency }) => currency },
    { id: "entries", header: words.entries, align: "end", cell: ({ entries }) => entries },
    amount("gross", words.gross),
    amount("fee", words.fee),
    amount("net", words.net),
    amount("arrived", "of which at the bank"),
  ];
  return (
    <Section
      title="In all"
      description={narrowed ? "Everything in the range, loaded or not." : "Everything, loaded or not."}
    >
      <DataTable
        caption="Sums per currency"
        captionHidden
        columns={columns}
        rows={sums}
        rowKey={({ currency }) => currency}
      />
    </Section>
  );
}
