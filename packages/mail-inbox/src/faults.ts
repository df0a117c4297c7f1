import { z } from "zod";

/** Faults to come, set by tests of the sender's retries. Each counts mails and then is over. */
export const faultPlanSchema = z.strictObject({
  /** Refuse this many mails after their data, storing nothing. */
  rejectNext: z.number().int().min(0).default(0),
  /** With this SMTP code: 4xx asks the sender to come again, 5xx tells it not to. */
  rejectCode: z.number().int().min(400).max(599).default(451),
  /** Store this many mails and then drop the connection instead of answering. */
  dropAfterAccept: z.number().int().min(0).default(0),
});

export type FaultPlan = z.infer<typeof faultPlanSchema>;

/** What is to happen to one mail. */
export type MailFate = { kind: "accept" } | { kind: "reject"; code: number } | { kind: "drop" };

/** Decides, mail by mail, what the current plan does to it. */
export interface Faults {
  plan(plan: Partial<FaultPlan>): void;
  /** What is left of the plan. */
  pending(): FaultPlan;
  next(): MailFate;
}

/** A set of faults with nothing planned. */
export function createFaults(): Faults {
  let current = faultPlanSchema.parse({});
  return {
    plan(plan) {
      current = faultPlanSchema.parse(plan);
    },
    pending: () => current,
    next() {
      if (current.rejectNext > 0) {
        current = { ...current, rejectNext: current.rejectNext - 1 };
        return { kind: "reject", code: current.rejectCode };
      }
      if (current.dropAfterAccept > 0) {
        current = { ...current, dropAfterAccept: current.dropAfterAccept - 1 };
        return { kind: "drop" };
      }
      return { kind: "accept" };
    },
  };
}
