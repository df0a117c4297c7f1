import { randomUUID } from "node:crypto";
import { acceptShare, type Deps, proposeShare, type Scope } from "@evenshare/application";
import { defaultShareSettings, type ProposedTerms } from "@evenshare/domain";
import { must } from "./partnerships";

/** Half for each of a studio and its brand, from 1 December 2026 on, month by month. */
export const testShareTerms: ProposedTerms = {
  currency: "GBP",
  timeZone: "Europe/London",
  start: "2026-12-01",
  end: null,
  period: "month",
  items: ["BOX-1", "BOX-2"],
  parties: [
    { id: "studio", role: "payee" },
    { id: "brand", role: "payer" },
  ],
  deductions: ["tax", "fees"],
  share: {
    basis: "cumulative",
    method: "marginal",
    tiers: [{ upTo: null, ratesBp: { studio: 5_000, brand: 5_000 } }],
  },
  payees: {},
};

interface ShareChoice {
  readonly terms?: Partial<ProposedTerms>;
  /** The partnership of each payee of the terms. */
  readonly payees: readonly { readonly party: string; readonly partnershipId: string }[];
}

/** A revenue share that its brand has proposed and nobody has answered. */
export async function proposedShare(deps: Deps, brand: Scope, { terms, payees }: ShareChoice) {
  return must(
    await proposeShare(deps, brand, {
      commandKey: randomUUID(),
      title: "Harvest film income",
      payees: [...payees],
      terms: { ...testShareTerms, ...terms },
      settings: defaultShareSettings,
    }),
  );
}

/** A revenue share between one producer and its brand that both have accepted. */
export async function activeShare(
  deps: Deps,
  partnership: { readonly id: string; readonly brand: Scope; readonly producer: Scope },
  terms: Partial<ProposedTerms> = {},
) {
  const { id: partnershipId, brand, producer } = partnership;
  const share = await proposedShare(deps, brand, { terms, payees: [{ party: "studio", partnershipId }] });
  must(await acceptShare(deps, producer, { commandKey: randomUUID(), id: share.id, version: share.version }));
  return share;
}
