import { Skeleton, StatRowSkeleton, TableSkeleton } from "@evenshare/ui";

/** The outline of a home page while it is read. */
export function HomeSkeleton({ stats }: { stats: number }) {
  return (
    <>
      <StatRowSkeleton label="Loading" count={stats} />
      <Skeleton className="mt-9 mb-5 h-5 w-28" />
      <TableSkeleton label="Loading what needs you" rows={4} lines={2} />
      <Skeleton className="mt-9 mb-5 h-5 w-32" />
      <Skeleton className="h-28 w-full" />
    </>
  );
}
