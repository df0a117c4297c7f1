import type { views } from "@evenshare/domain";
import {
  Button,
  type Column,
  currencyDigits,
  DataTable,
  DateTime,
  EmptyState,
  Field,
  Money,
  Section,
  TableSkeleton,
  TextInput,
} from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { useSearchParams } from "react-router";
import { useTRPC } from "../api/trpc";
import { Loaded } from "../app/loaded";
import { usePortal } from "../app/portal";
import { DownloadCsv } from "../export/download-csv";
import { Sums } from "../home/sums";
import { accountWords } from "./movement-words";

type Row = views.AccountTotal;

/** The organization's accounts, now or at the end of a day; the day is in the address. */
export function TrialBalanceTab() {
  const trpc = useTRPC();
  const [search] = useSearchParams();
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(search.get("on") ?? "")?.[0];
  const query = useQuery(trpc.reconciliation.trialBalance.queryOptions({ asOf: day ?? null }));
  return (
    <Section
      title="Trial balance"
      description="What each of your accounts comes to. Debits and credits are the same in all, or something is wrong."
      action={<DownloadCsv table="trial-balance" filter={{ asOf: day }} what="the trial balance" />}
    >
      <DayChoice key={day} day={day} />
      <Loaded
        query={query}
        what="The trial balance"
        skeleton={<TableSkeleton label="Loading the trial balance" rows={4} lines={1} />}
      >
        {(balance) => <TrialBalance balance={balance} />}
      </Loaded>
    </Section>
  );
}

function DayChoice({ day }: { day: string | undefined }) {
  const [, setSearch] = useSearchParams();
  const choose = (data: FormData) => {
    const on = data.get("on");
    setSearch(typeof on === "string" && on !== "" ? { on } : {});
  };
  return (
    <form action={choose} className="mb-5 flex flex-wrap items-end gap-3">
      <Field label="At the end of the day" hint="Without a day you see this moment.">
        <TextInput type="date" name="on" defaultValue={day ?? ""} className="w-44" />
      </Field>
      <div className="mb-1.5">
        <Button type="submit">Show</Button>
      </div>
    </form>
  );
}

function TrialBalance({ balance }: { balance: views.TrialBalanceView }) {
  const { side } = usePortal();
  const { accounts, totals, timeZone } = balance;
  if (accounts.length === 0) {
    return (
      <EmptyState icon={Scale} title="Nothing is on your accounts">
        Until then no money had moved, or all of it has arrived where it belongs.
      </EmptyState>
    );
  }
  const alignTo = Math.max(...totals.map(({ currency }) => currencyDigits(currency)));
  const amount = (id: "debit" | "credit", header: string): Column<Row> => ({
    id,
    header,
    align: "end",
    cell: (row) =>
      row[id] === 0n ? null : <Money amount={row[id]} currency={row.currency} alignTo={alignTo} />,
    footer: <Sums zeroes sums={totals.map((total) => ({ currency: total.currency, amount: total[id] }))} />,
  });
  const columns: readonly Column<Row>[] = [
    {
      id: "account",
      header: "Account",
      cell: ({ account }) => accountWords(account, side),
      footer: "In all",
    },
    { id: "currency", header: "Currency", cell: ({ currency }) => currency },
    amount("debit", "Debit"),
    amount("credit", "Credit"),
  ];
  return (
    <>
      <p className="mb-3 text-dense text-muted">
        As of <DateTime at={balance.at} timeZone={timeZone} />
      </p>
      <DataTable
        caption="Trial balance"
        captionHidden
        columns={columns}
        rows={accounts}
        rowKey={({ account, currency }) => `${account} ${currency}`}
      />
    </>
  );
}
