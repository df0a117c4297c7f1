import type { views } from "@evenshare/domain";

type Funding = views.MilestoneView["fundings"][number];

/** What to tell someone who came back from the payment page. */
export type FundingOutcome =
  | { readonly kind: "left" }
  | { readonly kind: "processing"; readonly funding: Funding | null }
  | { readonly kind: "held"; readonly funding: Funding }
  | { readonly kind: "failed"; readonly funding: Funding };

/**
 * Reads `?funding=…` of the return address against the payments known: `cancelled` means the page was left, a payment's
 * id names one, anything else means the newest. The address is never believed about money: only the payment's own
 * state says that it arrived.
 */
export function fundingOutcome(param: string | null, fundings: readonly Funding[]): FundingOutcome | null {
  if (param === null) return null;
  const newest = [...fundings].sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
  const funding = fundings.find(({ id }) => id === param) ?? newest;
  if (funding?.status === "succeeded") return param === "cancelled" ? null : { kind: "held", funding };
  if (funding?.status === "failed") return { kind: "failed", funding };
  if (param === "cancelled" || funding?.status === "expired") return { kind: "left" };
  return { kind: "processing", funding };
}
