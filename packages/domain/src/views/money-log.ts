import { z } from "zod";
import { currencyCode } from "../money/currency";
import { releaseView } from "./milestone";
import { id, organizationRef, pageBounds } from "./shapes";

/**
 * What narrows a log of money: from which day to which, both included, in the time zone of the reader's organization, and
 * with which partner. What is left out narrows nothing.
 */
const filterFields = {
  from: z.iso.date("is no date").nullish(),
  to: z.iso.date("is no date").nullish(),
  partnerId: id.nullish(),
};
export const moneyLogFilter = z.strictObject(filterFields);
export type MoneyLogFilter = z.infer<typeof moneyLogFilter>;

export const listMoneyLogInput = z.strictObject({ ...filterFields, ...pageBounds });

/** What a log comes to under its filter, and what it can be narrowed to. Amounts are minor units of their currency. */
export const moneyLogSummary = z.strictObject({
  /** The zone in which its days begin and end. */
  timeZone: z.string(),
  /** Everybody the reader's organization works with, by name. */
  partners: z.array(organizationRef),
  /** `gross - fee = net` where the fee comes out of the amount; a fee the brand pays stands beside it. */
  sums: z.array(
    z.strictObject({
      currency: currencyCode,
      entries: z.number().int(),
      gross: z.bigint(),
      fee: z.bigint(),
      net: z.bigint(),
      /** The part of `net` that has arrived at the producer's bank. */
      arrived: z.bigint(),
    }),
  ),
});
export type MoneyLogSummary = z.infer<typeof moneyLogSummary>;

/** A release as it stands in the log of all of them. */
export const releaseLogRow = releaseView.extend({
  currency: currencyCode,
  milestoneId: id,
  milestoneTitle: z.string(),
  counterparty: organizationRef,
});
export type ReleaseLogRow = z.infer<typeof releaseLogRow>;
