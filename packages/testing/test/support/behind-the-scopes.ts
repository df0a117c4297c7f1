import { withAdmin } from "@evenshare/database/testing";
import { expect } from "vitest";
import type { TestWorld } from "../../src";

const written = [
  "partnership",
  "agreement_version",
  "milestone",
  "milestone_criterion",
  "payee_account",
  "command",
  "approval_limit",
  "approval_request",
  "share_agreement",
  "share_party",
  "share_version",
  "share_acceptance",
  "share_item",
  "audit_event",
  "mail",
  "operation",
];

/** How many rows each table that a command may write to holds, seen past row-level security. */
export async function countRows({ databaseUrl }: TestWorld): Promise<Record<string, number>> {
  return withAdmin(databaseUrl, async (client) => {
    const counts = written.map((table) => `(select count(*)::int from ${table}) as ${table}`);
    const { rows } = await client.query<Record<string, number>>(`select ${counts.join(", ")}`);
    return rows[0] ?? {};
  });
}

/** Runs `act` and checks that it left every table as it was. */
export async function expectNothingWritten<T>(world: TestWorld, act: () => Promise<T>): Promise<T> {
  const before = await countRows(world);
  const result = await act();
  expect(await countRows(world)).toEqual(before);
  return result;
}

interface AuditRow {
  action: string;
  actor_name: string;
  organization_id: string;
  before: unknown;
  after: unknown;
}

/** The audit trail of one subject, oldest first. */
export async function auditOf({ databaseUrl }: TestWorld, subjectId: string): Promise<AuditRow[]> {
  return withAdmin(databaseUrl, async (client) => {
    const { rows } = await client.query<AuditRow>(
      "select action, actor_name, organization_id, before, after from audit_event where subject_id = $1 order by position",
      [subjectId],
    );
    return rows;
  });
}

/** Templates and recipients of the mails queued to one organization. */
export async function mailsTo({ databaseUrl }: TestWorld, organizationId: string) {
  return withAdmin(databaseUrl, async (client) => {
    const { rows } = await client.query<{ template: string; to_email: string; data: Record<string, string> }>(
      "select template, to_email, data from mail where organization_id = $1 order by created_at, id",
      [organizationId],
    );
    return rows;
  });
}
