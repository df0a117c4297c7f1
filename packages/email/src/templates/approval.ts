import { approvalKinds } from "@evenshare/domain";
import { z } from "zod";
import type { Fact } from "../content/mail-content";
import { formatAmount } from "../words/money";
import { aboutMilestone, amountFact } from "./facts";
import { amount, currency, id, milestoneFields, name } from "./fields";

/** What every mail about a request for a second person must know. */
const request = { approvalId: id, makerName: name, currency, amount, brandName: name };

/** A request is about a release, with its milestone, or about the organization's own rule. */
export function approvalData<S extends z.ZodRawShape>(more: S) {
  const [release, limits] = approvalKinds;
  return z.discriminatedUnion(
    "approvalKind",
    [
      z.object({ ...milestoneFields, ...request, ...more, approvalKind: z.literal(release) }),
      z.object({ ...request, ...more, approvalKind: z.literal(limits) }),
    ],
    { error: "is no kind of request" },
  );
}

type Facts = z.output<ReturnType<typeof approvalData<Record<never, never>>>>;

/** What was asked for, as the object of a sentence. */
export function wanted(facts: Facts): string {
  const written = formatAmount(facts.amount, facts.currency);
  return facts.approvalKind === "milestone.release"
    ? `to release ${written} to ${facts.producerName.short}`
    : `to change the limit for one person in ${facts.currency}`;
}

/** For a subject, which shows on locked screens: without the amount. */
export function subjectOf(facts: Facts): string {
  return facts.approvalKind === "milestone.release"
    ? facts.milestoneTitle.short
    : `limit for one person in ${facts.currency}`;
}

export function approvalFacts(facts: Facts): readonly Fact[] {
  const asked = { label: "Asked for by", value: facts.makerName.full };
  return facts.approvalKind === "milestone.release"
    ? [amountFact("To be released", facts.amount, facts.currency), asked, ...aboutMilestone(facts)]
    : [asked, { label: "Organization", value: facts.brandName.full }];
}

/** Where it is decided, or shown how it ended. */
export const approvalsPage = "/approvals";
export const settledPage = "/approvals?show=settled";
