import type { TenantTransaction } from "@evenshare/database";
import { type MilestoneTerms, milestoneTermsSchema, organizationKind, type views } from "@evenshare/domain";
import type { Scope } from "../scope";
import { partnershipsOf } from "../tenancy";

type OrganizationRef = views.OrganizationRef;

/** A partnership with its two sides and every version of its agreement, oldest first. */
export interface LoadedPartnership {
  readonly id: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly brand: OrganizationRef;
  readonly producer: OrganizationRef;
  readonly agreements: readonly LoadedAgreement[];
}

export interface LoadedAgreement {
  readonly version: number;
  readonly status: string;
  readonly terms: MilestoneTerms;
  readonly startsOn: Date;
  readonly proposedAt: Date;
  readonly proposedByName: string;
  readonly acceptedAt: Date | null;
  readonly acceptedByName: string | null;
}

/** Loads partnerships by id in a fixed number of statements. Those of other tenants are left out. */
export async function loadPartnerships(
  tx: TenantTransaction,
  reader: Pick<Scope, "organizationId">,
  ids: Iterable<string>,
): Promise<Map<string, LoadedPartnership>> {
  const rows = await tx.partnership.findMany({
    where: { ...partnershipsOf(reader.organizationId), id: { in: [...new Set(ids)] } },
    include: { parties: true, agreements: { orderBy: { version: "asc" } } },
  });
  const organizations = await loadOrganizations(
    tx,
    rows.flatMap(({ parties }) => parties.map(({ organizationId }) => organizationId)),
  );
  const partyOf = (row: (typeof rows)[number], kind: "brand" | "producer"): OrganizationRef => {
    const party = row.parties.find((candidate) => candidate.kind === kind);
    const organization = party && organizations.get(party.organizationId);
    if (organization === undefined) throw new Error(`partnership ${row.id} has no ${kind}`);
    return organization;
  };
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        title: row.title,
        createdAt: row.createdAt,
        brand: partyOf(row, "brand"),
        producer: partyOf(row, "producer"),
        agreements: row.agreements.map((agreement) => ({
          ...agreement,
          terms: milestoneTermsSchema.parse(agreement),
        })),
      },
    ]),
  );
}

/** The side that the reader is not on. */
export function counterpartyOf(partnership: LoadedPartnership, organizationId: string): OrganizationRef {
  return partnership.brand.id === organizationId ? partnership.producer : partnership.brand;
}

/** The version that holds now or waits for its acceptance. @throws Error when there is none: a partnership starts with one. */
export function latestAgreement(partnership: LoadedPartnership): LoadedAgreement {
  const latest = partnership.agreements.at(-1);
  if (latest === undefined) throw new Error(`partnership ${partnership.id} has no agreement`);
  return latest;
}

async function loadOrganizations(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<Map<string, OrganizationRef>> {
  const rows = await tx.organization.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(rows.map(({ id, name, kind }) => [id, { id, name, kind: organizationKind.parse(kind) }]));
}
