import type { TenantTransaction } from "@evenshare/database";
import { chosenGroups, isWorkGroup, type views } from "@evenshare/domain";
import type { AuditRecord } from "../command/apply-record";

/** Whose choices, and about which organization. */
export interface Chooser {
  readonly organizationId: string;
  readonly userId: string;
}

type Wanted = Pick<views.NoticeChoice, "group" | "inApp" | "mail">;

/** What a person has chosen for each group; where they never said, everything. Mail about money is always sent. */
export async function readChoices(
  tx: TenantTransaction,
  { organizationId, userId }: Chooser,
): Promise<views.NoticeChoice[]> {
  const rows = await tx.noticeChoice.findMany({ where: { organizationId, userId } });
  const chosen = new Map(rows.map((row) => [row.group, row]));
  return chosenGroups.map((group) => {
    const mailLocked = !isWorkGroup(group);
    const row = chosen.get(group);
    return { group, inApp: row?.inApp ?? true, mail: mailLocked || (row?.mail ?? true), mailLocked };
  });
}

/** The choices that are not as they stand. A person who sends what stands changes nothing. */
export function changedChoices(
  before: readonly views.NoticeChoice[],
  wanted: readonly Wanted[],
): views.NoticeChoice[] {
  return before.flatMap((standing) => {
    const next = wanted.find(({ group }) => group === standing.group);
    if (next === undefined || (next.inApp === standing.inApp && next.mail === standing.mail)) return [];
    return [{ ...standing, inApp: next.inApp, mail: next.mail }];
  });
}

/** Writes changed choices. */
export async function writeChoices(
  tx: TenantTransaction,
  { organizationId, userId }: Chooser,
  changed: readonly views.NoticeChoice[],
  now: Date,
): Promise<void> {
  for (const { group, inApp, mail } of changed) {
    const state = { inApp, mail, updatedAt: now };
    await tx.noticeChoice.upsert({
      where: { organizationId_userId_group: { organizationId, userId, group } },
      create: { organizationId, userId, group, ...state },
      update: state,
    });
  }
}

/** The line of the audit trail: each changed group as it was and as it is. */
export function auditChoices(
  userId: string,
  before: readonly views.NoticeChoice[],
  changed: readonly views.NoticeChoice[],
  reason: string | null,
): AuditRecord {
  const was = before.filter(({ group }) => changed.some((choice) => choice.group === group));
  return {
    action: "notice.choose",
    subjectType: "person",
    subjectId: userId,
    partnershipId: null,
    before: describe(was),
    after: describe(changed),
    reason,
  };
}

function describe(choices: readonly Wanted[]): Record<string, string> {
  return Object.fromEntries(
    choices.map(({ group, inApp, mail }) => [
      group,
      `in the portal: ${inApp ? "on" : "off"}, by mail: ${mail ? "on" : "off"}`,
    ]),
  );
}
