import type { TRPCLink } from "@trpc/client";
import type { AppRouter } from "./app-router";

/**
 * Takes away what the query library adds to the input of a list: the direction in which it is read. Lists are read one
 * way only, and the server refuses members it does not know.
 */
export const oneWayLists: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    next({ ...op, input: withoutDirection(op.input) });

/** The input of a call without the member `direction`; what is no object stays as it is. */
export function withoutDirection(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !("direction" in input)) return input;
  const { direction: _, ...rest } = input;
  return rest;
}
