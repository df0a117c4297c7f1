import type { views } from "@evenshare/domain";
import {
  ButtonLink,
  DateTime,
  DescriptionList,
  EmptyState,
  Section,
  TableSkeleton,
  useFormatting,
} from "@evenshare/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Download, ScrollText } from "lucide-react";
import { useTRPC } from "../api/trpc";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { usePortal } from "../app/portal";
import { blockedReasonWords, isPayeeBlock } from "../milestone/blocked-reason";
import { type AuditChange, auditChanges } from "./audit-changes";
import { auditWords } from "./audit-words";
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
                  <AuditLine key={row.id} row={row} partnership={partnership} />
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

interface AuditLineProps {
  row: views.AuditRow;
  partnership: views.PartnershipView;
}

function AuditLine({ row, partnership }: AuditLineProps) {
  const { side } = usePortal();
  const { locale } = useFormatting();
  const { timeZone, currency } = partnership.agreement.terms;
  const changes = auditChanges(row, { locale, timeZone, currency });
  const reason = isPayeeBlock(row.reason)
    ? blockedReasonWords(row.reason, side, partnership.producer.name)
    : row.reason;
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[15rem_1fr]">
      <p className="text-muted">
        <DateTime at={row.at} timeZone={timeZone} className="figures" />
      </p>
      <div className="min-w-0">
        <p>
          <span className="font-medium">{row.actorName}</span> {auditWords(row)}
        </p>
        {reason !== null && <p className="mt-0.5 border-l-2 pl-3 text-muted">{reason}</p>}
        <Changes changes={changes} />
        {row.ip !== null && <p className="text-small text-muted">from {row.ip}</p>}
      </div>
    </li>
  );
}

/** A few changes stand on one line; many are opened. */
function Changes({ changes }: { changes: readonly AuditChange[] }) {
  if (changes.length === 0) return null;
  const write = ({ from, to }: AuditChange) => (from === null ? to : `${from} → ${to}`);
  if (changes.length <= 3) {
    return (
      <p className="text-small text-muted">
        {changes.map((change) => `${change.label}: ${write(change)}`).join(" · ")}
      </p>
    );
  }
  return (
    <details className="text-small text-muted">
      <summary className="w-fit underline decoration-current/40 underline-offset-3">
        {changes.length} entries
      </summary>
      <div className="mt-2">
        <DescriptionList items={changes.map((change) => ({ term: change.label, value: write(change) }))} />
      </div>
    </details>
  );
}
