import type { TenantTransaction } from "@evenshare/database";
import type { MilestoneTerms } from "@evenshare/domain";

/** Each partnership starts with this version of its agreement. */
const firstVersion = 1;

interface FirstVersion {
  readonly terms: MilestoneTerms;
  /** The day from which the producer earns, as YYYY-MM-DD. */
  readonly startsOn: string;
  readonly proposer: { readonly userId: string; readonly name: string };
}

/** Writes the agreement with which a partnership begins, as the brand proposes it. */
export async function proposeFirstVersion(
  tx: TenantTransaction,
  partnershipId: string,
  { terms, startsOn, proposer }: FirstVersion,
  now: Date,
): Promise<void> {
  await tx.agreementVersion.create({
    data: {
      ...terms,
      startsOn: new Date(startsOn),
      partnershipId,
      version: firstVersion,
      status: "proposed",
      proposedAt: now,
      proposedByUserId: proposer.userId,
      proposedByName: proposer.name,
    },
  });
}

/** A partnership's beginning as the audit trail keeps it. */
export function describeStart({
  title,
  producer,
  startsOn,
  terms,
}: {
  title: string;
  producer: string;
  startsOn: string;
  terms: MilestoneTerms;
}): Record<string, string> {
  const described = Object.entries(terms).map(([name, value]) => [name, String(value)]);
  return { title, producer, version: String(firstVersion), startsOn, ...Object.fromEntries(described) };
}
