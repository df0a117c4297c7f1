import { type CommandAnswer, plain, type TenantTransaction } from "@evenshare/database";
import type {
  ApprovalChange,
  AuditDraft,
  MessageDraft,
  OperationDraft,
  PersonalMessageDraft,
  views,
} from "@evenshare/domain";

/** Who did it, as the audit trail keeps it. `organizationId` is the organization in whose trail it appears. */
export interface RecordActor {
  readonly kind: "person" | "provider" | "clock";
  readonly userId: string | null;
  readonly name: string;
  readonly organizationId: string;
  readonly ip: string | null;
  readonly requestId: string | null;
}

/** One line of the audit trail: what was done to which subject. */
export interface AuditRecord extends AuditDraft {
  readonly subjectType:
    | "partnership"
    | "agreement"
    | "milestone"
    | "account"
    | "approval"
    | "payment_method"
    | "reconciliation"
    | "person"
    | "member"
    | "invitation"
    | "mail_domain"
    | "revenue_import"
    | "organization";
  readonly subjectId: string;
  readonly partnershipId: string | null;
}

/** What goes with an ordinary write: its audit rows, the mails, the work and the hints it causes. */
export interface ChangeRecord {
  readonly audit: readonly AuditRecord[];
  readonly messages?: readonly (MessageDraft | PersonalMessageDraft)[];
  readonly operations?: readonly OperationDraft[];
  readonly live?: readonly LiveHint[];
  /** What becomes of a request for a second person. */
  readonly approval?: Pick<ApprovalChange, "lodge" | "settle">;
}

/** "Something about this changed" for the open portals of these organizations. */
export interface LiveHint extends views.LiveEvent {
  readonly organizations: readonly string[];
}

/**
 * Writes the record of a change, in the transaction of the change itself.
 * @throws Error when it has no audit row: nothing is changed without a trace.
 */
export async function applyRecord(
  tx: TenantTransaction,
  actor: RecordActor,
  record: ChangeRecord,
  command: { readonly key: string; readonly answer: CommandAnswer } | null,
  now: Date,
): Promise<void> {
  if (record.audit.length === 0) throw new Error("a change without an audit row is not committed");
  await tx.$executeRaw`select app.apply_change(
    ${JSON.stringify(actor)}::jsonb,
    ${command && JSON.stringify(command)}::jsonb,
    ${JSON.stringify(plain(record))}::jsonb,
    ${now.toISOString()}::timestamptz)`;
}
