import type { Failure, OperationKind, Result } from "@evenshare/domain";
import type pg from "pg";
import { type DatabaseOptions, openConnections } from "./connection/open";
import { inTenant, inTenantOrRollBack, type TenantTransaction } from "./connection/tenant";
import { clearUnusedUploads } from "./file/clear-uploads";
import { findFile, type NewFile, readFileChunks, type StoredFile, storeFile } from "./file/files";
import type { PrismaClient } from "./generated/client";
import { findInvitation, listPartnerInvitationsOf } from "./invitation/find-invitation";
import {
  checkLedger,
  type LedgerCheck,
  readLastLedgerCheck,
  readTrialBalance,
  type TrialBalanceLine,
} from "./ledger/check-ledger";
import { type ChangeRequest, changeMilestone } from "./milestone/change-milestone";
import { type ChangesRequest, changeMilestones } from "./milestone/change-milestones";
import type { ChangeHooks, ChangeRefusal } from "./milestone/change-transaction";
import type { CommandAnswer } from "./milestone/wire";
import { type DueDeadline, findDueDeadlines } from "./operation/deadlines";
import { type DueApproval, findDueApprovals } from "./operation/due-approvals";
import { type DueMailDomain, findDueMailDomains } from "./operation/due-mail-domains";
import {
  delayMail,
  readMail,
  readMailLinkKey,
  recordMail,
  type StoredMail,
  wakeDueMails,
} from "./operation/mails";
import {
  type ClaimedOperation,
  claimOperation,
  findDueOperations,
  finishOperation,
  hastenOperations,
  type OperationOutcome,
  renewLease,
} from "./operation/operations";
import * as providerEvents from "./operation/provider-events";
import { listOpenHolds, type OpenHold } from "./operator/open-holds";
import { tellOperator } from "./operator/operator-mail";
import { listPlatformFees, type PlatformFee, setPlatformFee } from "./operator/platform-fee";
import * as movements from "./reconciliation/provider-movements";
import * as reconciliations from "./reconciliation/reconciliation-runs";
import { clearRevenue, finishRevenue, type RevenueBatch, storeRevenue } from "./revenue/store-revenue";

/**
 * The one way to the data. Tenant rows are reached only through an organization's scope; what must cross tenants
 * (the worker's claims, events of the payment provider, the checks) goes through functions of the database made for it.
 */
export interface Database {
  /** Reads, and ordinary writes that cannot be refused, in the scope of one organization. */
  inTenant<T>(organizationId: string, use: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  /** Writes in the scope of one organization; a refusal rolls back. */
  inTenantOrRollBack<T, F extends Failure>(
    organizationId: string,
    use: (tx: TenantTransaction) => Promise<Result<T, F>>,
  ): Promise<Result<T, F>>;
  changeMilestone<A extends CommandAnswer, F extends Failure>(
    request: ChangeRequest<A, F>,
    readAnswer: (stored: unknown) => A,
    hooks: ChangeHooks,
  ): Promise<Result<A, F | ChangeRefusal>>;

  /** Several milestones in one transaction: named ones, or all that share a charge. */
  changeMilestones<A extends CommandAnswer, F extends Failure>(
    request: ChangesRequest<A, F>,
    readAnswer: (stored: unknown) => A,
    hooks: ChangeHooks,
  ): Promise<Result<A, F | ChangeRefusal>>;

  claimOperation(id: string, leaseSeconds: number): Promise<ClaimedOperation | null>;
  /** Keeps a lease for so long from now. False: it was lost. */
  renewLease(operation: ClaimedOperation, leaseSeconds: number): Promise<boolean>;
  finishOperation(operation: ClaimedOperation, outcome: OperationOutcome, now: Date): Promise<boolean>;
  findDueOperations(most: number): Promise<string[]>;
  hastenOperations(kind: OperationKind, organizationId: string): Promise<number>;
  findDueDeadlines(now: Date, most: number): Promise<DueDeadline[]>;
  findDueApprovals(now: Date, most: number): Promise<DueApproval[]>;
  findDueMailDomains(now: Date, most: number): Promise<DueMailDomain[]>;

  storeProviderEvent(
    event: { eventId: string; type: string; accountId: string | null; objectId: string; createdAt: Date },
    operationId: string,
    now: Date,
  ): Promise<boolean>;
  readProviderEvent(eventId: string): Promise<providerEvents.StoredProviderEvent | null>;
  finishProviderEvent(eventId: string, outcome: providerEvents.EventOutcome, now: Date): Promise<void>;
  findByProviderId(
    kind: providerEvents.ProviderObjectKind,
    providerId: string,
  ): Promise<providerEvents.ProviderSubject | null>;
  findBlockedMilestones(producerId: string): Promise<{ milestoneId: string; organizationId: string }[]>;

  readMail(mailId: string): Promise<StoredMail | null>;
  /** Writes the delivery log. A mail that is logged as sent stays so. */
  recordMail(
    mailId: string,
    status: "sending" | "sent" | "refused" | "withdrawn",
    response: string,
    now: Date,
  ): Promise<void>;
  /** Lets a mail wait until an instant of the product's clock. */
  delayMail(mailId: string, until: Date): Promise<void>;
  /** Takes up the mails whose wait is over at `now`; answers how many. */
  wakeDueMails(now: Date, most: number): Promise<number>;
  /** The key that signs the links by which mails about work are switched off. */
  readMailLinkKey(): Promise<string>;

  /** Every invariant over everything; with `everything` false from the checkpoints on, as each minute. */
  checkLedger(now: Date, everything?: boolean): Promise<LedgerCheck>;
  readLastLedgerCheck(): Promise<LedgerCheck | null>;
  /** Every account's total before an instant; all of it without one. */
  readTrialBalance(until?: Date): Promise<TrialBalanceLine[]>;

  listAccountsToRead(): Promise<movements.AccountToRead[]>;
  storeMovements(accountId: string, found: readonly movements.ProviderMovement[], now: Date): Promise<number>;
  recordReading(
    accountId: string,
    readThrough: Date,
    balances: readonly { readonly currency: string; readonly amount: bigint }[] | null,
    now: Date,
  ): Promise<void>;
  askForReconciliation(operationId: string, now: Date): Promise<void>;
  isReconciliationWaiting(): Promise<boolean>;
  beginReconciliation(id: string, now: Date): Promise<reconciliations.BegunReconciliation>;
  finishReconciliation(id: string, now: Date): Promise<reconciliations.Reconciliation>;
  readLastReconciliation(): Promise<reconciliations.Reconciliation | null>;
  listReconciliationDifferences(most: number): Promise<reconciliations.ReconciliationDifference[]>;
  readProviderTotals(): Promise<reconciliations.ProviderTotal[]>;

  /** Every hold of the platform that has not ended, for its operator. */
  listOpenHolds(): Promise<OpenHold[]>;
  /** Queues a mail to the operator: one for each event and address, however often it is asked for. */
  tellOperator(
    news: { readonly event: string; readonly email: string; readonly data: Readonly<Record<string, string>> },
    now: Date,
  ): Promise<void>;
  /** Every fee the operator ever set, oldest first. */
  listPlatformFees(): Promise<PlatformFee[]>;
  /** Sets the fee from a day on, with its audit row. `fallback` is what was charged before any was set. */
  setPlatformFee(
    fee: { readonly basisPoints: number; readonly fromDay: string },
    by: { readonly who: string; readonly fallback: number },
    now: Date,
  ): Promise<void>;

  /** The invitation behind the hash of a link's token, or null. The link is the only authority. */
  findInvitation(linkHash: string): Promise<unknown>;
  /** The partnerships a person was asked into at their confirmed address, newest first. */
  listPartnerInvitationsOf(userId: string): Promise<unknown[]>;

  storeFile(
    file: NewFile,
    stream: AsyncIterable<Uint8Array>,
    maxBytes: number,
    now: Date,
  ): Promise<StoredFile>;
  findFile(organizationId: string, id: string): Promise<StoredFile | null>;
  readFileChunks(organizationId: string, id: string): AsyncGenerator<Uint8Array>;
  /** Forgets uploads begun before `before` that never became part of anything. Returns how many. */
  clearUnusedUploads(before: Date): Promise<number>;

  /** Stores rows of an import and how far it is read, or nothing: see {@link storeRevenue}. */
  storeRevenue(organizationId: string, importId: string, batch: RevenueBatch): Promise<boolean>;
  finishRevenue(
    organizationId: string,
    importId: string,
    problem: string | null,
    now: Date,
  ): Promise<boolean>;
  /** Takes out lines of an import that does not count any more; answers how many. */
  clearRevenue(organizationId: string, importId: string, most: number): Promise<number>;

  /** True when PostgreSQL answers. */
  ping(): Promise<boolean>;
  /** Connections for sign-in only, under a role that sees no tenant table beside organizations and members. */
  readonly auth: { readonly pool: pg.Pool; readonly prisma: PrismaClient };
  close(): Promise<void>;
}

export function openDatabase(options: DatabaseOptions): Database {
  const connections = openConnections(options);
  return {
    inTenant: (organizationId, use) => inTenant(connections, organizationId, use),
    inTenantOrRollBack: (organizationId, use) => inTenantOrRollBack(connections, organizationId, use),
    changeMilestone: (request, readAnswer, hooks) => changeMilestone(connections, request, readAnswer, hooks),
    changeMilestones: (request, readAnswer, hooks) =>
      changeMilestones(connections, request, readAnswer, hooks),
    claimOperation: (id, leaseSeconds) => claimOperation(connections, id, leaseSeconds),
    renewLease: (operation, leaseSeconds) => renewLease(connections, operation, leaseSeconds),
    finishOperation: (operation, outcome, now) => finishOperation(connections, operation, outcome, now),
    findDueOperations: (most) => findDueOperations(connections, most),
    hastenOperations: (kind, organizationId) => hastenOperations(connections, kind, organizationId),
    findDueDeadlines: (now, most) => findDueDeadlines(connections, now, most),
    findDueApprovals: (now, most) => findDueApprovals(connections, now, most),
    findDueMailDomains: (now, most) => findDueMailDomains(connections, now, most),
    storeProviderEvent: (event, operationId, now) =>
      providerEvents.storeProviderEvent(connections, event, operationId, now),
    readProviderEvent: (eventId) => providerEvents.readProviderEvent(connections, eventId),
    finishProviderEvent: (eventId, outcome, now) =>
      providerEvents.finishProviderEvent(connections, eventId, outcome, now),
    findByProviderId: (kind, providerId) => providerEvents.findByProviderId(connections, kind, providerId),
    findBlockedMilestones: (producerId) => providerEvents.findBlockedMilestones(connections, producerId),
    readMail: (mailId) => readMail(connections, mailId),
    recordMail: (mailId, status, response, now) => recordMail(connections, mailId, status, response, now),
    delayMail: (mailId, until) => delayMail(connections, mailId, until),
    wakeDueMails: (now, most) => wakeDueMails(connections, now, most),
    readMailLinkKey: () => readMailLinkKey(connections),
    checkLedger: (now, everything = true) => checkLedger(connections, now, everything),
    readLastLedgerCheck: () => readLastLedgerCheck(connections),
    readTrialBalance: (until) => readTrialBalance(connections, until),
    listAccountsToRead: () => movements.listAccountsToRead(connections),
    storeMovements: (accountId, found, now) => movements.storeMovements(connections, accountId, found, now),
    recordReading: (accountId, readThrough, balances, now) =>
      movements.recordReading(connections, accountId, readThrough, balances, now),
    askForReconciliation: (operationId, now) =>
      reconciliations.askForReconciliation(connections, operationId, now),
    isReconciliationWaiting: () => reconciliations.isReconciliationWaiting(connections),
    beginReconciliation: (id, now) => reconciliations.beginReconciliation(connections, id, now),
    finishReconciliation: (id, now) => reconciliations.finishReconciliation(connections, id, now),
    readLastReconciliation: () => reconciliations.readLastReconciliation(connections),
    listReconciliationDifferences: (most) => reconciliations.listReconciliationDifferences(connections, most),
    readProviderTotals: () => reconciliations.readProviderTotals(connections),
    listOpenHolds: () => listOpenHolds(connections),
    tellOperator: (news, now) => tellOperator(connections, news, now),
    listPlatformFees: () => listPlatformFees(connections),
    setPlatformFee: (fee, by, now) => setPlatformFee(connections, fee, by, now),
    findInvitation: (linkHash) => findInvitation(connections, linkHash),
    listPartnerInvitationsOf: (userId) => listPartnerInvitationsOf(connections, userId),
    storeFile: (file, stream, maxBytes, now) => storeFile(connections, file, stream, maxBytes, now),
    findFile: (organizationId, id) => findFile(connections, organizationId, id),
    readFileChunks: (organizationId, id) => readFileChunks(connections, organizationId, id),
    clearUnusedUploads: (before) => clearUnusedUploads(connections, before),
    storeRevenue: (organizationId, importId, batch) =>
      storeRevenue(connections, organizationId, importId, batch),
    finishRevenue: (organizationId, importId, problem, now) =>
      finishRevenue(connections, organizationId, importId, problem, now),
    clearRevenue: (organizationId, importId, most) =>
      clearRevenue(connections, organizationId, importId, most),
    async ping() {
      try {
        await connections.app.query("select 1");
        return true;
      } catch {
        return false;
      }
    },
    auth: { pool: connections.auth, prisma: connections.authPrisma },
    close: () => connections.close(),
  };
}
