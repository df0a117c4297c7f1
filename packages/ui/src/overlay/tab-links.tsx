import { type ReactNode, useLayoutEffect, useRef } from "react";
import { Link } from "../link/link-context";
import { tabListClasses } from "./tab-look";

export interface TabLink {
  readonly href: string;
  readonly label: ReactNode;
  readonly current?: boolean;
}

/**
 * The parts of one thing, each with an address of its own; looks like tabs, is navigation. Where they do not fit, the
 * current one is scrolled into the middle: the page never opens without a mark of where it is.
 */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const row = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.current)?.href;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it moves with the current part, which it reads from the page
  useLayoutEffect(() => {
    const marked = row.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (!row.current || !marked) return;
    row.current.scrollLeft = marked.offsetLeft - (row.current.clientWidth - marked.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={row} aria-label={label} className={tabListClasses}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined} className="tab">
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
