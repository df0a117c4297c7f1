import { ChevronRight } from "lucide-react";
import { classNames } from "../class-names";
import { Link } from "../link/link-context";

export interface Crumb {
  readonly label: string;
  /** Left out on the last one, which is this page. */
  readonly href?: string;
}

/** The way up. On a phone the last one, which the title repeats, is only read out. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="flex flex-wrap items-center gap-x-1.5 text-small text-muted">
        {crumbs.map((crumb, index) => (
          <li
            key={`${crumb.href} ${crumb.label}`}
            className={classNames(
              "flex min-w-0 items-center gap-1.5",
              crumb.href === undefined && "max-sm:sr-only",
            )}
          >
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0" />}
            {crumb.href === undefined ? (
              <span aria-current="page" className="min-w-0">
                {crumb.label}
              </span>
            ) : (
              <Link
                href={crumb.href}
                className="rounded-mark underline-offset-3 hover:text-ink hover:underline"
              >
                {crumb.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
