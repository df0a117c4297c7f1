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
    <div
      className={classNames(
        "group/stat relative grow border-t border-l px-5 py-3.5",
        size === "figure" ? "basis-56" : "basis-34",
      )}
    >
      {content}
    </div>
  );
}

/**
 * Stats side by side between hairlines, as many to a line as fit. Each draws the hairlines above and before it; those at
 * the edge fall outside the row and are cut off.
 */
export function StatRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="overflow-hidden border-y">
      <dl aria-label={label} className="-mt-px -ml-5.25 flex flex-wrap">
        {children}
      </dl>
    </div>
  );
}
