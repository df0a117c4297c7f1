import type { LapseReason } from "@evenshare/domain";
import {
  dateFact,
  type Facts,
  has,
  moneyFact,
  type NoticeReading,
  nameFact,
  type Teller,
} from "./notice-facts";

const waiting = "/approvals";
const settled = "/approvals?show=settled";

/** Requests for a second person. */
export const approvalTellers = {
  "approval.requested": (facts, reading) => {
    const until = dateFact(facts, "dueAt", { ...reading, timeZone: facts["timeZone"] });
    return {
      title: `A second person is needed: ${subjectOf(facts)}`,
      line: `${nameFact(facts, "makerName", "A colleague")} asks for your approval${amountOf(facts, reading)}.${
        until === null ? "" : ` It waits until ${until}.`
      }`,
      href: waiting,
    };
  },
  "approval.approved": (facts) => ({
    title: `Approved: ${subjectOf(facts)}`,
    line: `${nameFact(facts, "deciderName", "A colleague")} approved what was asked for. It is done.`,
    href: settled,
  }),
  "approval.declined": (facts) => ({
    title: `Declined: ${subjectOf(facts)}`,
    line: `${nameFact(facts, "deciderName", "A colleague")} declined it; nothing was done${
      has(facts, "reason") ? `: “${nameFact(facts, "reason", "")}”` : "."
    }`,
    href: settled,
  }),
  "approval.ended": (facts) => ({
    title: `Your request has ended: ${subjectOf(facts)}`,
    line: `${whyEnded(facts["reason"])} Nothing was done by this request.`,
    href: settled,
  }),
} as const satisfies Record<string, Teller>;

const reasons: Readonly<Record<LapseReason, string>> = {
  expired: "Nobody decided in time.",
  maker_left: "Whoever asked may not do it any more.",
  amount_changed: "Another amount is held by now.",
  milestone_moved_on: "The milestone has moved on.",
  review_ended: "The review window ended first, and the money goes by itself.",
  limits_changed: "The limit was changed meanwhile.",
};

function whyEnded(reason: string | undefined): string {
  return reason !== undefined && isLapseReason(reason) ? reasons[reason] : "Nobody decided.";
}

function isLapseReason(reason: string): reason is LapseReason {
  return Object.hasOwn(reasons, reason);
}

/** A request is about a release, with its milestone, or about the organization's own limit. */
function subjectOf(facts: Facts): string {
  return nameFact(facts, "milestoneTitle", "the limit for releases");
}

function amountOf(facts: Facts, reading: NoticeReading): string {
  const written = moneyFact(facts, "amount", reading);
  return written === null ? "" : ` of ${written}`;
}
