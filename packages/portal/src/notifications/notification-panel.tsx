import { ButtonLink, TextSkeleton } from "@evenshare/ui";
import { Loaded } from "../app/loaded";
import { NoticeRow } from "./notice-row";
import { useNotices } from "./use-notices";

const newest = 8;

/** The newest notifications, under the bell. */
export function NotificationPanel({ close }: { close: () => void }) {
  const query = useNotices({ unreadOnly: false, limit: newest });
  return (
    <>
      <div className="min-h-0 grow overflow-y-auto">
        <Loaded
          query={query}
          what="Your notifications"
          skeleton={
            <div className="p-4">
              <TextSkeleton label="Loading notifications" lines={5} />
            </div>
          }
        >
          {({ pages }) => {
            const notices = pages[0]?.items ?? [];
            if (notices.length === 0) {
              return (
                <p className="px-4 py-6 text-dense text-muted">
                  Nothing yet. What your partners do, what moves the money and what the clock does shows here.
                </p>
              );
            }
            return (
              <ul className="divide-y">
                {notices.map((notice) => (
                  <NoticeRow key={notice.id} notice={notice} onOpen={close} />
                ))}
              </ul>
            );
          }}
        </Loaded>
      </div>
      <div className="flex flex-wrap justify-between gap-2 border-t px-3 py-2">
        <ButtonLink size="small" variant="quiet" href="/notifications" onClick={close}>
          All notifications
        </ButtonLink>
        <ButtonLink size="small" variant="quiet" href="/settings/notifications" onClick={close}>
          Choose what you hear about
        </ButtonLink>
      </div>
    </>
  );
}
