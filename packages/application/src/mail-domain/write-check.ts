import type { TenantTransaction } from "@evenshare/database";
import {
  describeFindings,
  domainLostMessage,
  followCheck,
  mailDomainStatus,
  ok,
  organizationKind,
  type RecordFinding,
  type Result,
  refuse,
} from "@evenshare/domain";
import { z } from "zod";
import type { ChangeRecord } from "../command/apply-record";
import type { Deps } from "../deps";
import { readMailDomain, writeFindings } from "./stored-mail-domain";

/** What a check of a mail domain changed. */
interface WrittenCheck {
  readonly before: string;
  readonly after: string;
  /** Its audit row, and a mail when the domain was lost. */
  readonly record: ChangeRecord;
}

const actions: Readonly<Record<string, string>> = {
  "pending verified": "mail_domain.verify",
  "lost verified": "mail_domain.verify",
  "verified lost": "mail_domain.lose",
};

/**
 * Writes what a check found, under a lock of the row.
 *
 * Refused with `mail_domain.not_found` when it is gone or another one by now, and with `mail_domain.taken` when its
 * records are right but another organization has proved the same domain before.
 */
export async function writeCheck(
  { newId }: Pick<Deps, "newId">,
  tx: TenantTransaction,
  { id, organizationId }: { readonly id: string; readonly organizationId: string },
  findings: readonly RecordFinding[],
  now: Date,
): Promise<Result<WrittenCheck>> {
  await tx.$queryRaw`select id from mail_domain where id = ${id}::uuid for update`;
  const row = await readMailDomain(tx, organizationId);
  if (row?.id !== id) return refuse({ code: "mail_domain.not_found", field: "id" });
  const before = mailDomainStatus.parse(row.status);
  const followed = followCheck({ status: before, confirmedAt: row.confirmedAt }, findings, now);
  const { status: after, confirmedAt, dueAt } = followed;
  if (after === "verified" && !(await takeDomain(tx, row.domain))) {
    return refuse({ code: "mail_domain.taken", field: "id" });
  }
  await tx.mailDomain.updateMany({
    where: { id, organizationId },
    data: {
      status: after,
      findings: writeFindings(findings),
      checkedAt: now,
      confirmedAt,
      dueAt,
      ...(after === "verified" && before !== "verified" ? { verifiedAt: now, lostAt: null } : {}),
      ...(after === "lost" && before !== "lost" ? { lostAt: now } : {}),
    },
  });
  const { name, kind } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const organization = { id: organizationId, kind: organizationKind.parse(kind), name };
  const wrong = describeFindings(findings);
  const isLost = before !== "lost" && after === "lost";
  return ok({
    before,
    after,
    record: {
      audit: [
        {
          action: actions[`${before} ${after}`] ?? "mail_domain.check",
          subjectType: "mail_domain",
          subjectId: id,
          partnershipId: null,
          before: { domain: row.domain, status: before },
          after: { domain: row.domain, status: after },
          reason: wrong === "" ? null : wrong,
        },
      ],
      messages: isLost ? [domainLostMessage(organization, row.domain, findings, newId)] : [],
      live: [{ organizations: [organizationId], topic: "organization", id: organizationId }],
    },
  });
}

async function takeDomain(tx: TenantTransaction, domain: string): Promise<boolean> {
  const rows = await tx.$queryRaw`select app.take_mail_domain(${domain}) as taken`;
  const [row] = z.tuple([z.object({ taken: z.boolean() })]).parse(rows);
  return row.taken;
}
