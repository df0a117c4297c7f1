import { Ellipsis, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { classNames } from "../class-names";
import { Link } from "../link/link-context";
import { Dialog } from "../overlay/dialog";

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly current?: boolean;
  /** How many things wait there. */
  readonly count?: number;
}

/** How many places the bar at the bottom of a phone shows before "More". */
const barPlaces = 4;

/** A column of places on a wide screen, a bar at the bottom of a phone with the rest behind "More". */
export function ShellNavigation({ items }: { items: readonly NavigationItem[] }) {
  const [more, setMore] = useState(false);
  const inBar = items.length <= barPlaces + 1 ? items : items.slice(0, barPlaces);
  const rest = items.slice(inBar.length);
  return (
    <>
      <nav
        aria-label="Portal"
        className="sticky top-14 hidden h-[calc(100dvh-3.5rem)] w-57 shrink-0 overflow-y-auto px-3 py-5 lg:block"
      >
        <NavigationList items={items} />
      </nav>
      <nav
        aria-label="Portal, short"
        className="fixed inset-x-0 bottom-0 z-20 flex border-t bg-paper pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        {inBar.map((item) => (
          <Link
            key={item.href}
            href={item.href}
            aria-current={item.current ? "page" : undefined}
            className={classNames(barItem, item.current && "text-accent")}
          >
            <item.icon aria-hidden className="size-5" />
            <span className="max-w-full truncate px-1">{item.label}</span>
            {item.count !== undefined && item.count > 0 && <BarCount count={item.count} />}
          </Link>
        ))}
        {rest.length > 0 && (
          <button
            type="button"
            aria-haspopup="dialog"
            onClick={() => setMore(true)}
            className={classNames(barItem, rest.some((item) => item.current) && "text-accent")}
          >
            <Ellipsis aria-hidden className="size-5" />
            More
          </button>
        )}
      </nav>
      <Dialog open={more} onOpenChange={setMore} title="More" size="sheet">
        {/* Following a link closes the sheet. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are what is pressed */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
        <div onClick={() => setMore(false)}>
          <NavigationList items={rest} />
        </div>
      </Dialog>
    </>
  );
}

const barItem =
  "relative flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-[0.6875rem] font-medium " +
  "text-muted focus-visible:outline-offset-[-2px]";

function NavigationList({ items }: { items: readonly NavigationItem[] }) {
  return (
    <ul className="flex flex-col gap-0.5">
      {items.map((item) => (
        <li key={item.href}>
          <Link
            href={item.href}
            aria-current={item.current ? "page" : undefined}
            className={classNames(
              "flex min-h-10 items-center gap-3 rounded-control px-2.5 text-dense font-medium transition-colors lg:min-h-9",
              item.current ? "bg-accent-soft text-accent" : "text-muted hover:bg-sunken hover:text-ink",
            )}
          >
            <item.icon aria-hidden className="size-4.5 shrink-0" />
            <span className="min-w-0 grow">{item.label}</span>
            {item.count !== undefined && item.count > 0 && (
              <span className="figures text-small">{item.count}</span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function BarCount({ count }: { count: number }) {
  return (
    <span className="figures absolute top-1.5 left-1/2 ml-1.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-4 text-on-accent">
      {count}
    </span>
  );
}
