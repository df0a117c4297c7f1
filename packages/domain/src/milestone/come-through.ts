import type { TransitionRecord } from "./change";
import { owedByBrand } from "./repay";
import type { MilestoneSnapshot } from "./snapshot";
import { follow } from "./transitions";

/**
 * The steps with which a milestone is through. Where the brand owes for it by then, because its bank took money back while
 * the release was on its way, it stays open for that: as if the bank had come a moment later.
 */
export function comeThrough(
  snapshot: MilestoneSnapshot,
  steps: readonly TransitionRecord[],
): readonly TransitionRecord[] {
  const from = steps.at(-1)?.to;
  const amount = owedByBrand(snapshot);
  if (from === undefined || amount <= 0n) return steps;
  const next = follow(from, "open_clawback");
  return next.ok ? [...steps, { event: "open_clawback", from, to: next.value, amount, reason: null }] : steps;
}
