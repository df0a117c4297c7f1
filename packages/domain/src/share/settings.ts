import { z } from "zod";

/** How long what is payable may be held before it is sent, in days after its statement was issued. */
export const holdingDayChoices = [0, 7, 14, 30, 60, 90] as const;

const days = (least: number, most: number) =>
  z
    .number("is not a whole number of days")
    .int("is not a whole number of days")
    .min(least, `is less than ${least} days`)
    .max(most, `is more than ${most} days`);

/** When statements of an agreement are reviewed, issued, open to dispute and paid. */
export const shareSettings = z.strictObject({
  /** Both sides look at the figures for so long before they are issued. */
  reviewDays: days(0, 30),
  /** Issued so many days after the end of the period. */
  issueDay: days(5, 45),
  disputeDays: days(10, 90),
  holdingDays: z.literal(holdingDayChoices, "is not 0, 7, 14, 30, 60 or 90 days"),
});
export type ShareSettings = z.infer<typeof shareSettings>;

export const defaultShareSettings: ShareSettings = {
  reviewDays: 7,
  issueDay: 15,
  disputeDays: 30,
  holdingDays: 0,
};
