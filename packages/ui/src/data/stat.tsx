import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Link } from "../link/link-context";

export interface StatProps {
  label: string;
  /** A Money, a count, a date. */
  value: ReactNode;
  /** One line under it: "across 4 milestones". */
  detail?: ReactNode;
  /** `figure` (40 px) for the one number the page is about. */
  size?: "regular" | "figure";
  href?: string;
}

/** One number and what it means. Put several in a StatRow. */
export function Stat({ label, value, detail, size = "regular", href }: StatProps) {
  const content = (
    <>
      <dt className="text-small text-muted group-hover/stat:text-ink">{label}</dt>
      <dd
        className={classNames(
          "figures font-semibold",
          size === "figure" ? "text-figure" : "text-[1.375rem] leading-8 sm:text-title",
        )}
      >
        {href === undefined ? (
          value
        ) : (
          <Link
            href={href}
            className="underline decoration-transparent decoration-1 underline-offset-5 transition-colors group-hover/stat:decoration-current after:absolute after:inset-0"
          >
            {value}
          </Link>
        )}
      </dd>
      {detail !== undefined && <dd className="text-small text-muted">{detail}</dd>}
    </>
  );
  return (
    <div className="group/stat relative min-w-0 bg-paper px-5 py-3.5 odd:pl-0 lg:not-first:pl-5">
      {content}
    </div>
  );
}

/** Stats side by side between hairlines; two to a line on a phone. */
export function StatRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl
      aria-label={label}
      className="-mx-px grid grid-cols-2 gap-px overflow-hidden border-y bg-hairline lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none"
    >
      {children}
    </dl>
  );
}
