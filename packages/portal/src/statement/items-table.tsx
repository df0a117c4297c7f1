import type { RecordAmount, RecordItem, StepCode } from "@evenshare/domain";
import { Button, type Column, DataTable, Money, Section } from "@evenshare/ui";
import { useState } from "react";
import { amountColumn } from "./amount-column";
import type { PartProps } from "./voice";

const shownAtFirst = 25;

/** Revenue by item and source; it adds up to the steps from receipts to the share. */
export function ItemsTable({ record, voice }: PartProps) {
  const [all, setAll] = useState(false);
  const { items, identity, steps, summary } = record;
  const currency = identity.currency.code;
  const totalOf = (wanted: StepCode) => steps.find(({ code }) => code === wanted)?.amount;
  const shown = all ? items : items.slice(0, shownAtFirst);
  const columns: readonly Column<RecordItem>[] = [
    { id: "item", header: "Item", cell: (item) => <ItemName item={item} />, footer: "All items" },
    unitColumn("Sold", ({ unitsSold }) => unitsSold),
    unitColumn("Returned", ({ unitsReturned }) => unitsReturned),
    amountColumn("Gross", currency, ({ gross }) => gross, totalOf("gross")),
    amountColumn("Returns", currency, ({ returns }) => returns, totalOf("returns")),
    {
      ...amountColumn<RecordItem>("Deductions", currency, ({ deductions }) => deductions),
      footer: <TakenOff amount={totalOf("deductions")} currency={currency} />,
    },
    amountColumn("Net", currency, ({ net }) => net, summary.netRevenue),
    amountColumn(voice.share, currency, ({ share }) => share, summary.share),
  ];
  return (
    <Section title="Revenue by item">
      <DataTable
        caption="Revenue by item and source"
        captionHidden
        columns={columns}
        rows={shown}
        rowKey={({ source, item }) => `${source} ${item}`}
        empty={<p className="text-dense text-muted">No sales and no returns in this period.</p>}
      />
      {shown.length < items.length && (
        <div className="mt-4">
          <Button onClick={() => setAll(true)}>Show all {items.length} items</Button>
        </div>
      )}
    </Section>
  );
}

function ItemName({ item: { item, description, source } }: { item: RecordItem }) {
  const below = [...(description === null ? [] : [item]), ...(source === "" ? [] : [source])].join(" · ");
  return (
    <span>
      {description ?? item}
      {below !== "" && <span className="block text-small font-normal text-muted">{below}</span>}
    </span>
  );
}

function unitColumn(header: string, unitsOf: (item: RecordItem) => string | null): Column<RecordItem> {
  return {
    id: header,
    header,
    align: "end",
    cell: (item) => <span className="figures">{unitsOf(item) ?? "not told"}</span>,
  };
}

/** The column has what is taken off; the step has what is added. */
function TakenOff({ amount, currency }: { amount: RecordAmount | undefined; currency: string }) {
  if (amount === undefined) return null;
  return <Money amount={-BigInt(amount.minor)} currency={currency} />;
}
