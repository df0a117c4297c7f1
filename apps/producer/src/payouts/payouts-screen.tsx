import {
  DownloadCsv,
  Loaded,
  LoadMore,
  ReconciliationLink,
  useDocumentTitle,
  useTRPC,
} from "@evenshare/portal";
import { EmptyState, PageHeader, TableSkeleton } from "@evenshare/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Banknote } from "lucide-react";
import { PayoutItem } from "./payout-item";

/** Money on its way to the producer's bank, newest first: each payout with what it is for. */
export function PayoutsScreen() {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.payouts.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor }),
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
            <DownloadCsv table="payouts" what="the payouts" />
          </>
        }
      />
      <Loaded
        query={query}
        what="The payouts"
        skeleton={<TableSkeleton label="Loading payouts" rows={5} lines={3} />}
      >
        {({ pages }) => {
          const payouts = pages.flatMap(({ items }) => items);
          if (payouts.length === 0) {
            return (
              <EmptyState icon={Banknote} title="No payouts yet">
                When a brand releases a milestone, or its review window ends, the money goes to your account
                with the payment provider and from there to your bank. Each payout is listed here with its
                expected date.
              </EmptyState>
            );
          }
          return (
            <>
              <ul className="divide-y border-y">
                {payouts.map((payout) => (
                  <PayoutItem key={payout.id} payout={payout} />
                ))}
              </ul>
              <LoadMore query={query} what="payouts" />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
