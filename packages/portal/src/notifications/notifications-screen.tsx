import {
  Button,
  ButtonLink,
  EmptyState,
  PageHeader,
  TabLinks,
  TableSkeleton,
  useFormatting,
} from "@evenshare/ui";
import { Bell, CheckCheck, SlidersHorizontal } from "lucide-react";
import { useSearchParams } from "react-router";
import { useDocumentTitle } from "../app/document-title";
import { LoadMore } from "../app/load-more";
import { Loaded } from "../app/loaded";
import { useNow } from "../clock/product-clock";
import { NoticeRow } from "./notice-row";
import { noticesByDay } from "./notices-by-day";
import { useMarking } from "./use-marking";
import { useNotices } from "./use-notices";

/** Everything the reader was told, day by day. */
export function NotificationsScreen() {
  const [search] = useSearchParams();
  const unreadOnly = search.get("show") === "unread";
  const query = useNotices({ unreadOnly, limit: 30 });
  const { mark, isPending } = useMarking();
  const reading = useFormatting();
  const now = useNow();
  useDocumentTitle("Notifications");
  const newest = query.data?.pages[0]?.items[0]?.createdAt;
  return (
    <>
      <PageHeader
        title="Notifications"
        subtitle="What your partners, the money and the clock did, and what became of the mail about it."
        action={
          <Button
            icon={CheckCheck}
            pending={isPending}
            disabled={newest === undefined}
            onClick={() => {
              if (newest !== undefined) mark({ read: true, which: { upTo: newest } });
            }}
          >
            Mark all as read
          </Button>
        }
        secondary={
          <ButtonLink icon={SlidersHorizontal} href="/settings/notifications">
            Settings
          </ButtonLink>
        }
      />
      <TabLinks
        label="Which notifications"
        tabs={[
          { href: "/notifications", label: "All", current: !unreadOnly },
          { href: "/notifications?show=unread", label: "Unread", current: unreadOnly },
        ]}
      />
      <div className="pt-5">
        <Loaded
          query={query}
          what="Your notifications"
          skeleton={<TableSkeleton label="Loading notifications" rows={6} lines={3} />}
        >
          {({ pages }) => {
            const days = noticesByDay(
              pages.flatMap(({ items }) => items),
              now,
              reading,
            );
            if (days.length === 0) return <Nothing unreadOnly={unreadOnly} />;
            return (
              <>
                {days.map(({ label, notices }) => (
                  <section key={label} aria-label={label} className="mt-7 first:mt-0">
                    <h2 className="mb-2 text-dense font-semibold text-muted">{label}</h2>
                    <ul className="divide-y border-y">
                      {notices.map((notice) => (
                        <NoticeRow key={notice.id} notice={notice} />
                      ))}
                    </ul>
                  </section>
                ))}
                <LoadMore query={query} what="notifications" />
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}

function Nothing({ unreadOnly }: { unreadOnly: boolean }) {
  return unreadOnly ? (
    <EmptyState icon={CheckCheck} title="Everything is read">
      What comes next shows here and beside the bell, at once and without a sound.
    </EmptyState>
  ) : (
    <EmptyState icon={Bell} title="Nothing has happened yet">
      When a partner proposes, funds, submits or releases something, or the clock does, it is written here,
      with what became of the mail about it. You choose which mails you get; those about money are always
      sent.
    </EmptyState>
  );
}
