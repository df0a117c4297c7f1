import { Popover } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTRPC } from "../api/trpc";

/** Nobody reads it on a page's first load, so it is no part of one. */
const NotificationPanel = lazy(async () => ({
  default: (await import("./notification-panel")).NotificationPanel,
}));

/** How much is unread, and the newest of it on a press. */
export function NotificationBell() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.notices.unread.queryOptions());
  const count = data?.count ?? 0;
  return (
    <Popover
      label={count === 0 ? "Notifications" : `Notifications, ${shown(count)} unread`}
      triggerClassName="relative grid size-10 shrink-0 place-items-center rounded-control text-muted transition-colors hover:bg-sunken hover:text-ink"
      title="Notifications"
      trigger={
        <>
          <Bell aria-hidden className="size-4.5" />
          {count > 0 && (
            <span className="figures absolute top-1 right-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-4 text-on-accent">
              {shown(count)}
            </span>
          )}
        </>
      }
    >
      {(close) => (
        <Suspense fallback={null}>
          <NotificationPanel close={close} />
        </Suspense>
      )}
    </Popover>
  );
}

function shown(count: number): string {
  return count > 99 ? "99+" : String(count);
}
