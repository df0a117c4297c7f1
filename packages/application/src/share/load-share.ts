import type { TenantTransaction } from "@evenshare/database";
import {
  ok,
  type Result,
  refuse,
  type ShareSettings,
  type ShareTelling,
  type ShareVersionFacts,
  shareAnswers,
  shareSettings,
  shareTermsFile,
  shareVersionStatuses,
} from "@evenshare/domain";
import { z } from "zod";
import { sharesOf } from "../tenancy";

/** An agreement with its parties in the order of the terms, and every version, oldest first. */
export interface LoadedShare {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly brandId: string;
  readonly createdAt: Date;
  readonly parties: readonly LoadedShareParty[];
  readonly versions: readonly LoadedShareVersion[];
}

export interface LoadedShareParty {
  readonly key: string;
  readonly role: "payee" | "payer";
  readonly organizationId: string;
  readonly name: string;
  readonly partnershipId: string | null;
}

export interface LoadedShareVersion extends ShareVersionFacts {
  readonly settings: ShareSettings;
  readonly proposedAt: Date;
  readonly proposedByName: string;
  readonly activatedAt: Date | null;
  readonly answers: readonly LoadedShareAnswer[];
}

export interface LoadedShareAnswer {
  readonly party: string;
  readonly answer: (typeof shareAnswers)[number];
  readonly reason: string | null;
  readonly at: Date;
  readonly byName: string;
}

type ShareRecord = Awaited<ReturnType<typeof readRecords>>[number];

/** Agreements by id, in a fixed number of statements. Those the organization has no part in are left out. */
export async function loadShares(
  tx: TenantTransaction,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, LoadedShare>> {
  const records = await readRecords(tx, organizationId, ids);
  const names = await readNames(
    tx,
    records.map(({ id }) => id),
  );
  return new Map(records.map((record) => [record.id, toShare(record, names)]));
}

/**
 * One agreement, which nobody else changes until the end of the transaction. Refused with `share.not_found`.
 */
export async function lockShare(
  tx: TenantTransaction,
  organizationId: string,
  id: string,
): Promise<Result<LoadedShare>> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('share ' || ${id}, 0))`;
  const share = (await loadShares(tx, organizationId, [id])).get(id);
  return share === undefined ? refuse({ code: "share.not_found" }) : ok(share);
}

/** Whom mails about a version go to, and what they say of the agreement. */
export function tellingOf(
  { id, code, title, parties }: Pick<LoadedShare, "id" | "code" | "title" | "parties">,
  { version, effectiveFrom }: Pick<LoadedShareVersion, "version" | "effectiveFrom">,
): ShareTelling {
  const brand = parties.find(({ role }) => role === "payer");
  if (brand === undefined) throw new Error(`agreement ${id} has nobody who pays`);
  return {
    id,
    code,
    title,
    version,
    effectiveFrom,
    brand,
    payees: parties.filter(({ role }) => role === "payee"),
  };
}

/** "Something about this agreement changed" for the open portals of all its parties. */
export function shareHint({ id, parties }: Pick<LoadedShare, "id" | "parties">) {
  return { organizations: parties.map(({ organizationId }) => organizationId), topic: "share", id } as const;
}

/** How an agreement is called in the audit trail. */
export function shareName({ code, title }: Pick<LoadedShare, "code" | "title">): string {
  return `${code}, ${title}`;
}

export function isoDayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function readRecords(tx: TenantTransaction, organizationId: string, ids: readonly string[]) {
  return tx.shareAgreement.findMany({
    where: { ...sharesOf(organizationId), id: { in: [...new Set(ids)] } },
    include: {
      parties: { orderBy: { position: "asc" } },
      versions: { orderBy: { version: "asc" }, include: { acceptances: { orderBy: { at: "asc" } } } },
    },
  });
}

async function readNames(tx: TenantTransaction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw`select organization_id, name from app.share_party_names(${ids}::uuid[])`;
  const named = z.array(z.object({ organization_id: z.string(), name: z.string() })).parse(rows);
  return new Map(named.map(({ organization_id, name }) => [organization_id, name]));
}

function toShare(record: ShareRecord, names: ReadonlyMap<string, string>): LoadedShare {
  const { id, code, title, createdAt, organizationId } = record;
  return {
    id,
    code,
    title,
    createdAt,
    brandId: organizationId,
    parties: record.parties.map((party) => ({
      key: party.key,
      role: z.enum(["payee", "payer"]).parse(party.role),
      organizationId: party.organizationId,
      name: names.get(party.organizationId) ?? party.key,
      partnershipId: party.partnershipId,
    })),
    versions: record.versions.map((version) => ({
      version: version.version,
      status: z.enum(shareVersionStatuses).parse(version.status),
      effectiveFrom: isoDayOf(version.effectiveFrom),
      terms: shareTermsFile.parse(version.terms),
      settings: shareSettings.parse(version.settings),
      proposedAt: version.proposedAt,
      proposedByName: version.proposedByName,
      activatedAt: version.activatedAt,
      answers: version.acceptances.map(({ partyKey: party, answer, reason, at, byName }) => ({
        party,
        answer: z.enum(shareAnswers).parse(answer),
        reason,
        at,
        byName,
      })),
    })),
  };
}
