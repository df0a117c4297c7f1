import type { RecordAmount } from "@evenshare/domain";
import type { Column } from "@evenshare/ui";
import { RecordMoney } from "./record-money";

/** A column of amounts of one currency; its header is its id too. */
export function amountColumn<Row>(
  header: string,
  currency: string,
  amountOf: (row: Row) => RecordAmount,
  footer?: RecordAmount,
): Column<Row> {
  return {
    id: header,
    header,
    align: "end",
    cell: (row) => <RecordMoney amount={amountOf(row)} currency={currency} />,
    ...(footer !== undefined && { footer: <RecordMoney amount={footer} currency={currency} /> }),
  };
}
