import { randomUUID } from "node:crypto";
import { defaultShareSettings, type ProposedTerms } from "@evenshare/domain";
import { command } from "./milestones";
import type { ProcedureRule } from "./procedure-rule";
import type { World } from "./world";

const shareTerms: ProposedTerms = {
  currency: "GBP",
  timeZone: "Europe/London",
  start: "2026-12-01",
  end: null,
  period: "month",
  items: "*",
  parties: [
    { id: "studio", role: "payee" },
    { id: "brand", role: "payer" },
  ],
  deductions: ["tax"],
  share: {
    basis: "cumulative",
    method: "marginal",
    tiers: [{ upTo: null, ratesBp: { studio: 7_000, brand: 3_000 } }],
  },
  payees: {},
};

const settings = defaultShareSettings;

function proposal({ partnershipId, marker }: World) {
  const payees = [{ party: "studio", partnershipId }];
  return { ...command(), title: `${marker} share`, payees, terms: shareTerms, settings };
}

/** An agreement that waits for the producer's answer. */
async function proposed(world: World) {
  const { id, version } = await world.brand.as.owner.trpc.shares.propose.mutate(proposal(world));
  return { ...command(), id, version };
}

/** An agreement that counts since long ago, so that its first period can be stated. */
export async function activeShare(world: World): Promise<string> {
  const wish = proposal(world);
  const old = { ...wish, terms: { ...shareTerms, start: "2020-01-01" } };
  const { id, version } = await world.brand.as.owner.trpc.shares.propose.mutate(old);
  await world.producer.as.owner.trpc.shares.accept.mutate({ ...command(), id, version });
  return id;
}

/** Revenue-share agreements. */
export const shareRules: Readonly<Record<string, ProcedureRule>> = {
  "shares.list": {
    side: "producer",
    input: async (world) => {
      await proposed(world);
      return {};
    },
    shows: true,
  },
  "shares.get": {
    side: "producer",
    input: async (world) => ({ id: (await proposed(world)).id }),
    subject: "id",
    shows: true,
  },
  "shares.propose": {
    side: "brand",
    input: async (world) => proposal(world),
    nested: async (world) => {
      const input = proposal(world);
      const payees = [{ party: "studio", partnershipId: randomUUID() }];
      return [{ what: "a partnership that nobody has", input: { ...input, payees } }];
    },
  },
  "shares.proposeVersion": {
    side: "brand",
    input: async (world) => {
      const { id, version } = await proposed(world);
      await world.producer.as.owner.trpc.shares.decline.mutate({ ...command(), id, version, reason: "No" });
      return { ...command(), id, terms: shareTerms, settings, effectiveFrom: shareTerms.start };
    },
    subject: "id",
  },
  "shares.accept": { side: "producer", input: proposed, subject: "id" },
  "shares.decline": {
    side: "producer",
    input: async (world) => ({ ...(await proposed(world)), reason: "Not like this" }),
    subject: "id",
  },
  "shares.withdraw": { side: "brand", input: proposed, subject: "id" },
};
