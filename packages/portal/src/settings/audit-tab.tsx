import type { views } from "@evenshare/domain";
import {
  ButtonLink,
  DateTime,
  EmptyState,
  Field,
  Section,
  Select,
  TableSkeleton,
  TextInput,
  TextLink,
  useFormatting,
} from "@evenshare/ui";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Download, ScrollText } from "lucide-react";
import { useSearchParams } from "react-router";
import { useTRPC } from "../api/trpc";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { usePortal } from "../app/portal";
import { blockedReasonWords, isPayeeBlock } from "../milestone/blocked-reason";
import { auditChanges } from "../partnership/audit-changes";
import { actionWords, auditWords } from "../partnership/audit-words";

const names = ["actorUserId", "action", "from", "to"] as const;

/** Everything the organization did, narrowed by the address: by whom, what, and when. */
export function AuditLogTab() {
  const trpc = useTRPC();
  const [search, setSearch] = useSearchParams();
  const filter: views.AuditFilter = Object.fromEntries(
    names.flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? ""]] : [])),
  );
  const query = useInfiniteQuery(
    trpc.organizations.audit.infiniteQueryOptions(filter, {
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  );
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <Section
      title="Audit log"
      description="What your people did, and what the clock and the payment provider did in your partnerships. Nothing here can be changed."
      action={
        <ButtonLink
          size="small"
          icon={Download}
          href={`/api/organizations/audit.csv?${new URLSearchParams(Object.entries(filter)).toString()}`}
          download
        >
          CSV
        </ButtonLink>
      }
    >
      <AuditFilters filter={filter} onChange={set} />
      <Loaded
        query={query}
        what="The audit log"
        skeleton={<TableSkeleton label="Loading the audit log" rows={8} lines={2} />}
      >
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return (
              <EmptyState icon={ScrollText} title="Nothing here">
                {Object.keys(filter).length === 0
                  ? "The first thing somebody changes will be the first line here."
                  : "Nothing was done that fits. Choose other days, or anyone."}
              </EmptyState>
            );
          }
          return (
            <>
              <ol className="divide-y border-y text-dense">
                {rows.map((row) => (
                  <AuditLogLine key={row.id} row={row} />
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

interface AuditFiltersProps {
  filter: views.AuditFilter;
  onChange: (name: string, value: string) => void;
}

function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.organizations.auditChoices.queryOptions());
  const people = (data?.people ?? []).map(({ userId, name }) => ({ value: userId, label: name }));
  const actions = (data?.actions ?? []).map((action) => ({
    value: action,
    label: actionWords(action).replace(/,? for$/, ""),
  }));
  return (
    <search aria-label="Narrow the log" className="mb-5 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <Field label="By whom">
        <Select
          value={filter.actorUserId ?? ""}
          options={[{ value: "", label: "Anyone" }, ...people]}
          onChange={(event) => onChange("actorUserId", event.target.value)}
        />
      </Field>
      <Field label="What">
        <Select
          value={filter.action ?? ""}
          options={[{ value: "", label: "Anything" }, ...actions]}
          onChange={(event) => onChange("action", event.target.value)}
        />
      </Field>
      <Field label="From">
        <TextInput
          type="date"
          value={filter.from ?? ""}
          onChange={(event) => onChange("from", event.target.value)}
        />
      </Field>
      <Field label="To">
        <TextInput
          type="date"
          value={filter.to ?? ""}
          onChange={(event) => onChange("to", event.target.value)}
        />
      </Field>
    </search>
  );
}

function AuditLogLine({ row }: { row: views.OrganizationAuditRow }) {
  const { side } = usePortal();
  const { locale, timeZone } = useFormatting();
  const reason = isPayeeBlock(row.reason) ? blockedReasonWords(row.reason, side, "The producer") : row.reason;
  const changes = auditChanges(row, { locale, timeZone, currency: row.currency });
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[15rem_1fr]">
      <p className="text-muted">
        <DateTime at={row.at} className="figures" />
      </p>
      <div className="min-w-0 break-words">
        <p>
          <span className="font-medium">{row.actorName}</span> {auditWords(row)}
        </p>
        {row.partnershipId !== null && row.partnershipTitle !== null && (
          <p className="text-small">
            <TextLink href={`/partnerships/${row.partnershipId}/audit`}>{row.partnershipTitle}</TextLink>
          </p>
        )}
        {reason !== null && <p className="mt-0.5 border-l-2 pl-3 text-muted">{reason}</p>}
        {changes.length > 0 && (
          <p className="text-small text-muted">
            {changes
              .map(({ label, from, to }) => `${label}: ${from === null ? to : `${from} → ${to}`}`)
              .join(" · ")}
          </p>
        )}
        {row.ip !== null && <p className="text-small text-muted">from {row.ip}</p>}
      </div>
    </li>
  );
}
