import {
  asInput,
  DownloadCsv,
  MoneyLog,
  ReconciliationLink,
  useDocumentTitle,
  useLogFilter,
  useTRPC,
} from "@evenshare/portal";
import { EmptyState, PageHeader } from "@evenshare/ui";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Banknote } from "lucide-react";
import { PayoutItem } from "./payout-item";

/** Money on its way to the producer's bank, newest first: each payout with what it is for; narrowed by day and partner. */
export function PayoutsScreen() {
  const trpc = useTRPC();
  const log = useLogFilter();
  const input = asInput(log.filter);
  const summary = useQuery(trpc.payouts.summary.queryOptions(input, { placeholderData: keepPreviousData }));
  const query = useInfiniteQuery(
    trpc.payouts.list.infiniteQueryOptions(input, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  useDocumentTitle("Payouts");
  return (
    <>
      <PageHeader
        title="Payouts"
        subtitle="What goes to your bank, when it arrives, and what each amount is for."
        secondary={
          <>
            <ReconciliationLink />
            <DownloadCsv size="regular" table="payouts" filter={{ ...log.filter }} what="the payouts" />
          </>
        }
      />
      <MoneyLog
        log={log}
        summary={summary}
        rows={query}
        what="payouts"
        event="a payout was created"
        words={{ entries: "Payouts", gross: "Released", fee: "Platform fee", net: "To you" }}
        lines={3}
        empty={<NoPayouts narrowed={log.narrowed} />}
      >
        {(payouts, timeZone) => (
          <ul className="divide-y border-y">
            {payouts.map((payout) => (
              <PayoutItem key={payout.id} payout={payout} timeZone={timeZone} />
            ))}
          </ul>
        )}
      </MoneyLog>
    </>
  );
}

function NoPayouts({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <EmptyState icon={Banknote} title="No payouts in this range">
      Choose other days or another partner, or show all.
    </EmptyState>
  ) : (
    <EmptyState icon={Banknote} title="No payouts yet">
      When a brand releases a milestone, or its review window ends, the money goes to your account with the
      payment provider and from there to your bank. Each payout is listed here with its expected date.
    </EmptyState>
  );
}
