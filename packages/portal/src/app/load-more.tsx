import { Button, useAnnounce } from "@evenshare/ui";

export interface PagedQuery {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Fetches the next page of a list; absent when there is none. */
export function LoadMore({ query, what }: { query: PagedQuery; what: string }) {
  const announce = useAnnounce();
  if (!query.hasNextPage) return null;
  const load = async () => {
    await query.fetchNextPage();
    announce(`More ${what} loaded`);
  };
  return (
    <div className="mt-4">
      <Button pending={query.isFetchingNextPage} onClick={() => void load()}>
        Load more
      </Button>
    </div>
  );
}
