import { TableSkeleton } from "@evenshare/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "../api/trpc";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { DownloadCsv } from "../export/download-csv";
import { MilestoneTable } from "./milestone-table";
import { stateGroups } from "./state-words";

export type StateGroup = (typeof stateGroups)[number]["id"] | "all";

export interface MilestoneListProps {
  /** Of one partnership, or of all. */
  partnershipId?: string;
  group: StateGroup;
  /** Shown when there is none. */
  empty: ReactNode;
}

/** Milestones page by page. */
export function MilestoneList({ partnershipId, group, empty }: MilestoneListProps) {
  const trpc = useTRPC();
  const states = stateGroups.find(({ id }) => id === group)?.states;
  const query = useInfiniteQuery(
    trpc.milestones.list.infiniteQueryOptions(
      { partnershipId: partnershipId ?? null, states: states ? [...states] : null },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <Loaded
      query={query}
      what="The list of milestones"
      skeleton={<TableSkeleton label="Loading milestones" rows={6} lines={4} />}
    >
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return empty;
        return (
          <>
            <div className="mb-3 flex justify-end">
              <DownloadCsv
                table="milestones"
                filter={{ partnershipId, states: states?.join(",") }}
                what="these milestones"
              />
            </div>
            <MilestoneTable rows={rows} withPartner={partnershipId === undefined} />
            <LoadMore query={query} what="milestones" />
          </>
        );
      }}
    </Loaded>
  );
}
