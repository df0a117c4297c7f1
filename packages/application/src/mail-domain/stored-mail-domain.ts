import type { TenantTransaction } from "@evenshare/database";
import {
  type MailDomainKeys,
  mailDomainStatus,
  type RecordFinding,
  senderAddress,
  views,
  wantedRecords,
} from "@evenshare/domain";
import { z } from "zod";

/** What may be read of a mail domain. The private key is not among it: the database refuses it here. */
const readable = {
  id: true,
  domain: true,
  selector: true,
  publicKey: true,
  status: true,
  findings: true,
  confirmedAt: true,
  checkedAt: true,
  verifiedAt: true,
  lostAt: true,
  dueAt: true,
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof readMailDomain>>>;

export function readMailDomain(tx: TenantTransaction, organizationId: string) {
  return tx.mailDomain.findUnique({ where: { organizationId }, select: readable });
}

export function keysOf({ domain, selector, publicKey }: Row, spf: string | null): MailDomainKeys {
  return { domain, selector, publicKey, spf };
}

/** The row as its owner sees it: what is wanted, beside what the last check found of it. */
export function describeMailDomain(row: Row, spf: string | null): views.MailDomain {
  const { id, domain, checkedAt, verifiedAt, lostAt } = row;
  const found = readFindings(row.findings);
  return {
    id,
    domain,
    status: mailDomainStatus.parse(row.status),
    address: senderAddress(domain),
    records: wantedRecords(keysOf(row, spf)).map(
      (wanted) =>
        found.find(({ purpose }) => purpose === wanted.purpose) ?? {
          ...wanted,
          state: "unchecked",
          found: [],
        },
    ),
    checkedAt,
    verifiedAt,
    lostAt,
  };
}

/** Findings as they are kept. */
export function writeFindings(findings: readonly RecordFinding[]) {
  return findings.map((finding) => ({ ...finding, found: [...finding.found] }));
}

function readFindings(stored: unknown): views.DomainRecord[] {
  return stored === null ? [] : z.array(views.domainRecord).parse(stored);
}
