import { readStatementRecord, type StatementRecord, type views } from "@evenshare/domain";
import { type Column, DataTable, Money } from "@evenshare/ui";
import { useMemo } from "react";
import { usePortal } from "../app/portal";
import { amountColumn } from "./amount-column";
import { RecordMoney } from "./record-money";

interface Draft {
  readonly party: string;
  readonly payee: string;
  readonly record: StatementRecord;
}

interface DraftSumsProps {
  drafts: views.OpenPeriodView["drafts"];
  caption: string;
  /** Where a draft leads, and that its net revenue is told; in a window neither is. */
  draftHref?: (party: string) => string;
}

/** What the statements of the open period would say now, one line for each payee. */
export function DraftSums({ drafts, caption, draftHref }: DraftSumsProps) {
  const { side } = usePortal();
  const rows: readonly Draft[] = useMemo(
    () => drafts.map((draft) => ({ ...draft, record: readStatementRecord(draft.record) })),
    [drafts],
  );
  const currency = rows[0]?.record.identity.currency.code ?? "";
  const columns: readonly Column<Draft>[] = [
    {
      id: "payee",
      header: "Draft for",
      cell: ({ payee }) => (side === "producer" ? "Your draft" : payee),
    },
    ...(draftHref === undefined
      ? []
      : [amountColumn<Draft>("Net revenue", currency, ({ record }) => record.summary.netRevenue)]),
    amountColumn<Draft>(
      side === "producer" ? "Your share" : "Share",
      currency,
      ({ record }) => record.summary.share,
    ),
    {
      id: "payable",
      header: "Payable",
      align: "end",
      cell: ({ record }) => <Payable record={record} />,
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ party }) => party}
      {...(draftHref !== undefined && { rowHref: ({ party }: Draft) => draftHref(party) })}
    />
  );
}

function Payable({ record: { summary, balances, identity } }: { record: StatementRecord }) {
  const currency = identity.currency.code;
  const carried = BigInt(balances.payable.closing.minor);
  return (
    <span>
      <RecordMoney amount={summary.payable} currency={currency} className="font-medium" />
      {carried !== 0n && (
        <span className="block text-small text-muted">
          <Money amount={carried} currency={currency} /> carried over
        </span>
      )}
    </span>
  );
}
