import { ButtonLink, EmptyState, PageHeader, TableSkeleton } from "@evenshare/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Handshake, Plus } from "lucide-react";
import { useTRPC } from "../api/trpc";
import { useDocumentTitle } from "../app/document-title";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { usePortal } from "../app/portal";
import { DownloadCsv } from "../export/download-csv";
import { PartnerInvitations } from "./partner-invitations";
import { PartnershipTable } from "./partnership-table";
import { WaitingInvitations } from "./waiting-invitations";

const words = {
  brand: {
    title: "Partners",
    subtitle: "The producers you work with, and what is held for each.",
    emptyTitle: "No partners yet",
    empty:
      "Invite a producer by e-mail, with or without an account here. You propose the terms; once they accept, either side can draft milestones and you can fund them.",
  },
  producer: {
    title: "Partnerships",
    subtitle: "The brands you work for, and what is held for you by each.",
    emptyTitle: "No partnerships yet",
    empty:
      "A brand invites you by e-mail. Tell them your address; the mail leads to their proposal, it also stands here, and once you accept it the partnership is here.",
  },
} as const;

export function PartnershipsScreen() {
  const { side } = usePortal();
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.partnerships.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const text = words[side];
  useDocumentTitle(text.title);
  const start =
    side === "brand" ? (
      <ButtonLink variant="primary" icon={Plus} href="/partnerships/new">
        Start a partnership
      </ButtonLink>
    ) : undefined;
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={text.subtitle}
        action={start}
        secondary={<DownloadCsv table="partnerships" what="the partnerships" />}
      />
      <Loaded
        query={query}
        what="The list of partnerships"
        skeleton={<TableSkeleton label="Loading partnerships" rows={6} />}
      >
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return (
              <EmptyState icon={Handshake} title={text.emptyTitle}>
                {text.empty}
              </EmptyState>
            );
          }
          return (
            <>
              <PartnershipTable rows={rows} />
              <LoadMore query={query} what="partnerships" />
            </>
          );
        }}
      </Loaded>
      {side === "brand" ? <PartnerInvitations /> : <WaitingInvitations />}
    </>
  );
}
