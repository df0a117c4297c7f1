import type { ReactNode } from "react";

export interface PageHeaderProps {
  /** What the page is about; its one h1. */
  title: ReactNode;
  subtitle?: ReactNode;
  /** Breadcrumbs, above the title. */
  above?: ReactNode;
  /** A StatusBadge beside the title. */
  status?: ReactNode;
  /** The one primary action. */
  action?: ReactNode;
  /** Quieter actions beside it. */
  secondary?: ReactNode;
}

export function PageHeader({ title, subtitle, above, status, action, secondary }: PageHeaderProps) {
  return (
    <header className="mb-7">
      {above !== undefined && <div className="mb-2">{above}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <h1 className="text-title font-semibold">{title}</h1>
            {status}
          </div>
          {subtitle !== undefined && <p className="mt-1 max-w-reading text-muted">{subtitle}</p>}
        </div>
        {(action !== undefined || secondary !== undefined) && (
          <div className="flex w-full flex-col gap-2 sm:w-auto sm:flex-row-reverse">
            {action}
            {secondary}
          </div>
        )}
      </div>
    </header>
  );
}
