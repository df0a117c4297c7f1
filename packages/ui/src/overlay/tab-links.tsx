import type { ReactNode } from "react";
import { Link } from "../link/link-context";
import { tabListClasses } from "./tab-look";

export interface TabLink {
  readonly href: string;
  readonly label: ReactNode;
  readonly current?: boolean;
}

/** The parts of one thing, each with an address of its own; looks like tabs, is navigation. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className={tabListClasses}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined} className="tab">
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
