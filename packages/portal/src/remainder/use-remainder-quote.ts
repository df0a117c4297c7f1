import type { views } from "@evenshare/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Failure, readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";
import { useSettled } from "../command/use-settled";

export interface WantedOffer {
  readonly kind: "roll" | "return";
  /** Null while what is typed is no amount. */
  readonly amount: bigint | null;
  readonly targetId: string | null;
}

/** What an offer would mean by the server's figures, as it is typed; undefined while they are not those on screen. */
export function useRemainderQuote(
  { id, money }: views.MilestoneView,
  { kind, amount, targetId }: WantedOffer,
): { readonly quote: views.RemainderQuote | undefined; readonly failure: Failure | null } {
  const trpc = useTRPC();
  const asked = useSettled(amount);
  const complete = kind === "return" || targetId !== null;
  const query = useQuery(
    trpc.milestones.quoteRemainder.queryOptions(
      { id, kind, amount: asked ?? 0n, currency: money.currency, targetId },
      { enabled: asked !== null && complete, staleTime: 0, placeholderData: keepPreviousData },
    ),
  );
  const isCurrent = amount !== null && amount === asked && !query.isPlaceholderData;
  return { quote: isCurrent ? query.data : undefined, failure: query.error && readFailure(query.error) };
}
