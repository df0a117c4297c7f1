import type { views } from "@evenshare/domain";
import { Link, StatusBadge, TableSkeleton, useFormatting } from "@evenshare/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "../api/trpc";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { dayWords } from "../partnership/day-words";
import { shareStateWords } from "./share-words";

interface ShareListProps {
  /** Of one partnership, or of all. */
  partnershipId?: string;
  /** Shown when there is none. */
  empty: ReactNode;
}

/** Revenue-share agreements page by page, each leading to its own page. */
export function ShareList({ partnershipId, empty }: ShareListProps) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.shares.list.infiniteQueryOptions(partnershipId === undefined ? {} : { partnershipId }, {
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  );
  return (
    <Loaded
      query={query}
      what="The list of revenue shares"
      skeleton={<TableSkeleton label="Loading revenue shares" rows={4} />}
    >
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return empty;
        return (
          <>
            <ul className="divide-y border-y">
              {rows.map((row) => (
                <li key={row.id}>
                  <ShareItem share={row} />
                </li>
              ))}
            </ul>
            <LoadMore query={query} what="revenue shares" />
          </>
        );
      }}
    </Loaded>
  );
}

function ShareItem({ share }: { share: views.ShareRow }) {
  const { locale } = useFormatting();
  const { word, tone } = shareStateWords(share.state);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-3.5">
      <div className="min-w-0">
        <Link
          href={`/shares/${share.id}`}
          className="font-semibold underline decoration-transparent underline-offset-3 hover:decoration-current"
        >
          {share.title}
        </Link>
        <p className="text-small text-muted">
          {share.code} · {share.parties.map(({ name }) => name).join(", ")} · {share.currency} · from{" "}
          {dayWords(share.effectiveFrom, locale)}
        </p>
      </div>
      <StatusBadge tone={share.waitsForYou ? "active" : tone}>
        {share.waitsForYou ? "Your answer is asked for" : word}
      </StatusBadge>
    </div>
  );
}
