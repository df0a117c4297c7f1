export { type DatabaseOptions, openQueueConnections, type QueueConnections } from "./connection/open";
export type { TenantTransaction } from "./connection/tenant";
export { type Database, openDatabase } from "./database";
export { FileTooLarge, type NewFile, type StoredFile } from "./file/files";
export { Prisma } from "./generated/client";
export type { LedgerCheck, LedgerFinding, TrialBalanceLine } from "./ledger/check-ledger";
export { type ChangeHandlers, type ChangeListener, listenForChanges } from "./live/listen-for-changes";
export type { ChangeRequest, Decided } from "./milestone/change-milestone";
export type { ChangesRequest, DecidedChanges } from "./milestone/change-milestones";
export type { ChangeHooks, ChangeRefusal, CommandClaim } from "./milestone/change-transaction";
export type { RecordedActor } from "./milestone/recorded-actor";
export { readSnapshot } from "./milestone/snapshot-row";
export { approvalToWire, type CommandAnswer, entryToWire, plain } from "./milestone/wire";
export type { SubjectChange } from "./milestone/write-change";
export type { DueDeadline } from "./operation/deadlines";
export type { DueApproval } from "./operation/due-approvals";
export type { DueMailDomain } from "./operation/due-mail-domains";
export type { StoredMail, StoredSender } from "./operation/mails";
export type { ClaimedOperation, OperationOutcome } from "./operation/operations";
export type {
  EventOutcome,
  ProviderObjectKind,
  ProviderSubject,
  StoredProviderEvent,
} from "./operation/provider-events";
export type { OpenHold } from "./operator/open-holds";
export type { PlatformFee } from "./operator/platform-fee";
export {
  type AccountToRead,
  type ProviderMovement,
  platformAccount,
} from "./reconciliation/provider-movements";
export type {
  BegunReconciliation,
  ProviderTotal,
  Reconciliation,
  ReconciliationDifference,
} from "./reconciliation/reconciliation-runs";
export type { PlacedFault, PlacedLine, RevenueBatch } from "./revenue/store-revenue";
