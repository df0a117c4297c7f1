import { z } from "zod";
import { currencyCode } from "../money/currency";
import { commandKey } from "./milestone";
import { id, pageBounds } from "./shapes";

/** One issued statement. Amounts are minor units of its currency. */
export const statementRow = z.strictObject({
  id,
  number: z.string(),
  agreementId: id,
  agreementTitle: z.string(),
  /** Whose statement it is, and who issued it. */
  payee: z.string(),
  issuer: z.string(),
  period: z.string(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  issuedAt: z.date(),
  dueOn: z.iso.date(),
  /** The last day on which it can be disputed. */
  disputeUntil: z.iso.date(),
  currency: currencyCode,
  netRevenue: z.bigint(),
  share: z.bigint(),
  /** What is paid; nothing when it is carried over. */
  payable: z.bigint(),
  /** What goes into the next statement, also below zero. */
  carriedOver: z.bigint(),
});
export type StatementRow = z.infer<typeof statementRow>;

export const listStatementsInput = z.strictObject({ ...pageBounds, agreementId: id.optional() });

export const statementView = statementRow.extend({
  /** The record as it was issued, byte for byte: canonical JSON of a `StatementRecord`. */
  record: z.string(),
  sha256: z.string(),
});
export type StatementView = z.infer<typeof statementView>;

export const openPeriodInput = z.strictObject({ agreementId: id });

/** The earliest period of an agreement that has no statements yet, and what they would say now. */
export const openPeriodView = z.strictObject({
  agreementId: id,
  period: z.string(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  /** Whether its last day is over, so that it can be issued. */
  ended: z.boolean(),
  /** Whether the reader may issue it now. */
  canIssue: z.boolean(),
  /** Lines of earlier periods that came after those were issued and count here. */
  lateLines: z.number().int(),
  /** One for each payee that the reader may know of, as canonical JSON of a `StatementRecord` without a number. */
  drafts: z.array(z.strictObject({ party: z.string(), payee: z.string(), record: z.string() })),
});
export type OpenPeriodView = z.infer<typeof openPeriodView>;

/** `period` is the one that was looked at: another one now is a conflict, not a surprise. */
export const issueStatementsInput = z.strictObject({
  commandKey,
  agreementId: id,
  period: z.string().max(20),
});
export const issuedStatements = z.strictObject({ period: z.string(), numbers: z.array(z.string()) });
