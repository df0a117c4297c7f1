import type { views } from "@evenshare/domain";

type Funding = views.MilestoneView["fundings"][number];

/** What to tell someone who came back from the payment page. */
export type FundingOutcome =
  | { readonly kind: "left" }
  | { readonly kind: "processing"; readonly funding: Funding | null }
  | { readonly kind: "held"; readonly funding: Funding }
  | { readonly kind: "failed"; readonly funding: Funding };

/**
 * Reads the return address against the payments known: `?funding=…` names the payment that was made, `?funding_left=…`
 * the one whose page was left. The address is never believed about money: only the payment's own state says that it
 * arrived.
 */
export function fundingOutcome(search: URLSearchParams, fundings: readonly Funding[]): FundingOutcome | null {
  const left = search.get("funding_left");
  const id = search.get("funding") ?? left;
  if (id === null) return null;
  const funding = fundings.find((known) => known.id === id) ?? null;
  // What the bank took back has not arrived any more; the holds say so.
  if (funding !== null && funding.returned > 0n) return null;
  if (funding?.status === "succeeded") return { kind: "held", funding };
  if (funding?.status === "failed") return { kind: "failed", funding };
  if (funding?.status === "expired") return { kind: "left" };
  if (left !== null && funding?.status !== "processing") return { kind: "left" };
  return { kind: "processing", funding };
}

/** The return address without what it said about a payment. */
export function withoutFunding(search: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(search);
  rest.delete("funding");
  rest.delete("funding_left");
  return rest;
}
