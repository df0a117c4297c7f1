import { views } from "@evenshare/domain";
import { EmptyState, Section, TableSkeleton } from "@evenshare/ui";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { useTRPC } from "../api/trpc";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { DownloadCsv } from "../export/download-csv";
import { ComparisonState } from "./comparison-state";
import { MovementFilter } from "./movement-filter";
import { MovementTable } from "./movement-table";

/** While a comparison is being made, how often is asked whether it is through. */
const lookAgainMs = 1_500;

/** The latest comparison: what it came to, and each movement with its counterpart. */
export function MovementsTab() {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.reconciliation.get.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.running ? lookAgainMs : false),
    }),
  );
  return (
    <Loaded
      query={query}
      what="The reconciliation"
      skeleton={<TableSkeleton label="Loading the reconciliation" rows={6} lines={3} />}
    >
      {(state) => (
        <>
          <ComparisonState state={state} />
          {state.asOf !== null && <Movements asOf={state.asOf} />}
        </>
      )}
    </Loaded>
  );
}

/** Another comparison makes another list of movements. */
function useNewList(asOf: Date): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const shown = useRef(asOf.getTime());
  useEffect(() => {
    if (shown.current === asOf.getTime()) return;
    shown.current = asOf.getTime();
    void queries.invalidateQueries(trpc.reconciliation.list.infiniteQueryFilter());
  }, [asOf, queries, trpc]);
}

function Movements({ asOf }: { asOf: Date }) {
  const trpc = useTRPC();
  const [search] = useSearchParams();
  useNewList(asOf);
  const asked = search.get("show");
  const show = views.reconciliationFilters.find((filter) => filter === asked) ?? "all";
  const query = useInfiniteQuery(
    trpc.reconciliation.list.infiniteQueryOptions(
      { show },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <Section
      title="Movements"
      description="Newest first. Amounts that leave an account stand with a minus."
      action={<DownloadCsv table="reconciliation" filter={{ show }} what="the movements" />}
    >
      <MovementFilter show={show} />
      <Loaded
        query={query}
        what="The movements"
        skeleton={<TableSkeleton label="Loading movements" rows={6} lines={3} />}
      >
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <NoMovements show={show} />;
          return (
            <>
              <MovementTable rows={rows} />
              <LoadMore query={query} what="movements" />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

const none = {
  all: {
    title: "No movements yet",
    text: "When a milestone is funded or money is released, each movement is listed here with what Stripe says of it.",
  },
  differences: { title: "Nothing differs", text: "Every movement agrees with Stripe's or is in flight." },
  in_flight: {
    title: "Nothing is in flight",
    text: "Everything that was begun has been confirmed by Stripe and is recorded here.",
  },
} as const;

function NoMovements({ show }: { show: keyof typeof none }) {
  return (
    <EmptyState icon={Scale} title={none[show].title}>
      {none[show].text}
    </EmptyState>
  );
}
