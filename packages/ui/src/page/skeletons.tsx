import type { ReactNode } from "react";
import { classNames } from "../class-names";

interface LoadingProps {
  /** Read out instead of the shapes: "Loading milestones". */
  label: string;
}

/** A grey shape in the place of something that is coming; give it that thing's size. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden className={classNames("skeleton block rounded-mark bg-hairline", className)} />;
}

/** In the place of a PageHeader, as tall as it. */
export function PageHeaderSkeleton({ label }: LoadingProps) {
  return (
    <Loading label={label}>
      <div className="mb-7">
        <Skeleton className="my-1 h-6.5 w-64 max-w-full" />
        <Skeleton className="mt-2.5 h-4 w-96 max-w-full" />
      </div>
    </Loading>
  );
}

/** In the place of a StatRow. */
export function StatRowSkeleton({ label, count }: LoadingProps & { count: number }) {
  return (
    <Loading label={label}>
      <div className="overflow-hidden border-y">
        <div className="-mt-px -ml-5.25 flex flex-wrap">
          {numbered(count).map((key) => (
            <div key={key} className="grow basis-34 border-t border-l px-5 py-3.5">
              <Skeleton className="my-1 h-3 w-20" />
              <Skeleton className="my-1.5 h-5 w-28 sm:my-1.75" />
              <Skeleton className="my-1 h-3 w-24" />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  );
}

/** In the place of a DataTable or a list: rows of one line on a wide screen, of `lines` on a phone. */
export function TableSkeleton({ label, rows, lines = 3 }: LoadingProps & { rows: number; lines?: number }) {
  return (
    <Loading label={label}>
      <div className="border-t">
        {numbered(rows).map((key) => (
          <div key={key} className="border-b py-3">
            <div className="flex h-5 items-center justify-between gap-6">
              <Skeleton className="h-3.5 w-2/5" />
              <Skeleton className="hidden h-3.5 w-1/5 sm:block" />
              <Skeleton className="h-3.5 w-20" />
            </div>
            {numbered(lines - 1).map((line) => (
              <Skeleton key={line} className="mt-2.5 h-3.5 w-full sm:hidden" />
            ))}
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** In the place of a paragraph. */
export function TextSkeleton({ label, lines = 3 }: LoadingProps & { lines?: number }) {
  return (
    <Loading label={label}>
      {numbered(lines).map((key) => (
        <Skeleton
          key={key}
          className={classNames("my-1.5 h-3 max-w-reading", key === lines - 1 && "w-2/3")}
        />
      ))}
    </Loading>
  );
}

function Loading({ label, children }: LoadingProps & { children: ReactNode }) {
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}

function numbered(count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => index);
}
