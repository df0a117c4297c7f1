import type { ReactNode } from "react";
import { readFailure } from "../api/failure";
import { FailureScreen } from "../failures/failure-screen";

export interface LoadedProps<Data> {
  query: { readonly data: Data | undefined; readonly error: unknown; readonly refetch: () => unknown };
  /** What is being read, as a sentence begins: "The held funds". */
  what: string;
  /** As tall as what will stand there. */
  skeleton: ReactNode;
  /** Whether it is the whole page, heading and all. */
  page?: boolean;
  children: (data: Data) => ReactNode;
}

/** What was read, or its outline while it is read, or why it could not be. Old data stays while new is fetched. */
export function Loaded<Data>({ query, what, skeleton, page = false, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) {
    return (
      <FailureScreen failure={readFailure(query.error)} what={what} page={page} onRetry={query.refetch} />
    );
  }
  return skeleton;
}
