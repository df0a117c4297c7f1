import type { views } from "@evenshare/domain";
import {
  DownloadCsv,
  Loaded,
  ReconciliationLink,
  StandingHolds,
  useDocumentTitle,
  useTRPC,
} from "@evenshare/portal";
import { Banner, ButtonLink, EmptyState, PageHeader, Section, Skeleton, TableSkeleton } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { LockKeyhole, Send } from "lucide-react";
import { CurrencyTotal } from "./currency-total";
import { HeldTable } from "./held-table";

/** All money of the brand that somebody else holds, by currency and by milestone; equal to the ledger. */
export function HeldFundsScreen() {
  const trpc = useTRPC();
  const query = useQuery(trpc.heldFunds.get.queryOptions());
  useDocumentTitle("Held funds");
  return (
    <>
      <PageHeader
        title="Held funds"
        subtitle="What you funded and where it is now, to the cent."
        secondary={
          <>
            <ButtonLink icon={Send} href="/held-funds/releases">
              Releases
            </ButtonLink>
            <ReconciliationLink />
          </>
        }
      />
      <Loaded
        query={query}
        what="The held funds"
        skeleton={
          <>
            <Skeleton className="h-11 w-48" />
            <Skeleton className="mt-4 h-3.5 w-full" />
            <div className="mt-24">
              <TableSkeleton label="Loading the held funds" rows={6} lines={4} />
            </div>
          </>
        }
      >
        {(heldFunds) => <HeldFunds heldFunds={heldFunds} />}
      </Loaded>
    </>
  );
}

function HeldFunds({ heldFunds }: { heldFunds: views.HeldFundsView }) {
  const { totals, milestones, holder, holds } = heldFunds;
  if (milestones.length === 0) {
    return (
      <EmptyState icon={LockKeyhole} title="Nothing is held">
        When you fund a milestone, the payment provider holds the money until you release it. Every amount,
        and the sum of all of them, is listed here. {holder}
      </EmptyState>
    );
  }
  return (
    <>
      <Banner tone="held" title="Who holds the money">
        {holder}
      </Banner>
      <div className="mt-4 empty:hidden">
        <StandingHolds holds={holds} />
      </div>
      <div className="mt-8 flex flex-col gap-12">
        {totals.map((total) => (
          <CurrencyTotal key={total.currency} total={total} several={totals.length > 1} />
        ))}
      </div>
      <Section
        title="By milestone"
        action={<DownloadCsv table="held-funds" what="the held funds by milestone" />}
      >
        <HeldTable milestones={milestones} totals={totals} />
      </Section>
    </>
  );
}
