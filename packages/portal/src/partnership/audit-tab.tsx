import type { views } from "@evenshare/domain";
import { ButtonLink, DateTime, EmptyState, Section, TableSkeleton } from "@evenshare/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Download, ScrollText } from "lucide-react";
import { useTRPC } from "../api/trpc";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { auditWords, changedFields } from "./audit-words";
import { usePartnership } from "./partnership-screen";

/** Who did what, when, from where: newest first, and as a file. */
export function AuditTab() {
  const partnership = usePartnership();
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.partnerships.audit.infiniteQueryOptions(
      { partnershipId: partnership.id },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <Section
      title="Audit trail"
      description="Every step of either side, of the clock and of the payment provider. Nothing here can be changed."
      action={
        <ButtonLink
          size="small"
          icon={Download}
          href={`/api/partnerships/${partnership.id}/audit.csv`}
          download
        >
          CSV
        </ButtonLink>
      }
    >
      <Loaded
        query={query}
        what="The audit trail"
        skeleton={<TableSkeleton label="Loading the audit trail" rows={8} lines={2} />}
      >
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return (
              <EmptyState icon={ScrollText} title="Nothing yet">
                The first step on an agreement or a milestone will be the first line here.
              </EmptyState>
            );
          }
          return (
            <>
              <ol className="divide-y border-y text-dense">
                {rows.map((row) => (
                  <AuditLine key={row.id} row={row} timeZone={partnership.agreement.terms.timeZone} />
                ))}
              </ol>
              <LoadMore query={query} what="lines" />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function AuditLine({ row, timeZone }: { row: views.AuditRow; timeZone: string }) {
  const changes = changedFields(row);
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[15rem_1fr]">
      <p className="text-muted">
        <DateTime at={row.at} timeZone={timeZone} className="figures" />
      </p>
      <div className="min-w-0">
        <p>
          <span className="font-medium">{row.actorName}</span> {auditWords(row)}
        </p>
        {row.reason !== null && <p className="mt-0.5 border-l-2 pl-3 text-muted">{row.reason}</p>}
        {changes.length > 0 && (
          <p className="text-small text-muted">
            {changes.map(({ field, from, to }) => `${field}: ${from} → ${to}`).join(" · ")}
          </p>
        )}
        {row.ip !== null && <p className="text-small text-muted">from {row.ip}</p>}
      </div>
    </li>
  );
}
