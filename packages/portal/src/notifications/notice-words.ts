import type { OrganizationKind, ToldTemplate } from "@evenshare/domain";
import { blockedReasonWords } from "../milestone/blocked-reason";
import { accountTellers } from "./account-notice-words";
import { approvalTellers } from "./approval-notice-words";
import { fundingTellers } from "./funding-notice-words";
import {
  dateFact,
  type Facts,
  has,
  moneyFact,
  type NoticeReading,
  type NoticeWords,
  nameFact,
  type Teller,
} from "./notice-facts";
import { organizationTellers } from "./organization-notice-words";
import { remainderTellers } from "./remainder-notice-words";
import { shareTellers } from "./share-notice-words";

/**
 * A notification in words, from the same facts as its mail. Facts that are missing leave their part of the sentence
 * out; what a newer server tells and this page does not know is told plainly.
 */
export function noticeWords(template: string, facts: Facts, reading: NoticeReading): NoticeWords {
  return isKnown(template)
    ? tellers[template](facts, reading)
    : {
        title: milestoneTitle(facts),
        line: "Something changed. Open it to see what.",
        href: subjectHref(facts),
      };
}

function isKnown(template: string): template is ToldTemplate {
  return Object.hasOwn(tellers, template);
}

const tellers: Readonly<Record<ToldTemplate, Teller>> = {
  ...accountTellers,
  ...approvalTellers,
  ...fundingTellers,
  ...organizationTellers,
  ...remainderTellers,
  ...shareTellers,
  "partnership.started": (facts, { side }) => ({
    title: `New partnership: ${nameFact(facts, "partnershipTitle", "without a title")}`,
    line:
      side === "producer"
        ? `${brand(facts)} proposes an agreement. Read the terms and accept them to begin.`
        : `${producer(facts)} has been asked to accept the agreement.`,
    href: partnershipHref(facts),
  }),
  "agreement.accepted": (facts, { side }) => ({
    title: `Agreement accepted: ${nameFact(facts, "partnershipTitle", "your partnership")}`,
    line: `${side === "brand" ? producer(facts) : "You"} accepted version ${facts["version"] ?? "1"}. Milestones can be agreed now.`,
    href: partnershipHref(facts),
  }),
  "milestone.proposed": (facts, reading) => ({
    title: `To agree: ${milestoneTitle(facts)}`,
    line: `${other(facts, reading.side)} proposes it${amountPart(" for ", facts, "total", reading)}.`,
    href: milestoneHref(facts),
  }),
  "milestone.declined": (facts, reading) => ({
    title: `Declined: ${milestoneTitle(facts)}`,
    line: `${other(facts, reading.side)} declined it${has(facts, "reason") ? `: “${facts["reason"]}”` : "."}`,
    href: milestoneHref(facts),
  }),
  "milestone.agreed": (facts, reading) => ({
    title: `Agreed: ${milestoneTitle(facts)}`,
    line:
      reading.side === "brand"
        ? `Fund it${amountPart(" with ", facts, "total", reading)}, so that work can begin.`
        : `${brand(facts)} is asked to fund it${amountPart(" with ", facts, "total", reading)}.`,
    href: milestoneHref(facts),
  }),
  "milestone.started": (facts, reading) => ({
    title: `Work started: ${milestoneTitle(facts)}`,
    line: `${reading.side === "brand" ? producer(facts) : "You"} began${amountPart("; ", facts, "held", reading, " is held")}.`,
    href: milestoneHref(facts),
  }),
  "milestone.submitted": (facts, reading) => ({
    title: `${reading.side === "brand" ? "To review" : "Submitted"}: ${milestoneTitle(facts)}`,
    line: `Version ${facts["version"] ?? "1"}. ${releasesBy(facts, reading)}`,
    href: milestoneHref(facts),
  }),
  "milestone.revision_requested": (facts, reading) => ({
    title: `Changes asked for: ${milestoneTitle(facts)}`,
    line: `${reading.side === "producer" ? brand(facts) : "You"} asked for changes${revisionRound(facts)}${amountPart("; ", facts, "held", reading, " stays held")}.`,
    href: milestoneHref(facts),
  }),
  "review.reminder": (facts, reading) => ({
    title: `${timeLeft(facts)}: ${milestoneTitle(facts)}`,
    line: releasesBy(facts, reading),
    href: milestoneHref(facts),
  }),
  "milestone.funded": (facts, reading) => ({
    title: `Money held: ${milestoneTitle(facts)}`,
    line:
      moneyFact(facts, "toFund", reading) !== null && facts["toFund"] !== "0"
        ? `${amountOf(facts, "amount", reading)} was funded; ${amountOf(facts, "toFund", reading)} is still to fund and unprotected.`
        : `${amountOf(facts, "amount", reading)} was funded; ${amountOf(facts, "held", reading)} is held.`,
    href: milestoneHref(facts),
  }),
  "funding.failed": (facts, reading) => ({
    title: `Payment failed: ${milestoneTitle(facts)}`,
    line: `${amountOf(facts, "amount", reading)} was not paid${has(facts, "reason") ? `: ${facts["reason"]}` : "."}`,
    href: milestoneHref(facts),
  }),
  "milestone.released": (facts, reading) => ({
    title: `Released: ${milestoneTitle(facts)}`,
    line:
      reading.side === "producer"
        ? `${amountOf(facts, moneyFact(facts, "net", reading) === null ? "amount" : "net", reading)} is on its way to you.`
        : `${amountOf(facts, "amount", reading)} goes to ${producer(facts)}.`,
    href: milestoneHref(facts),
  }),
  "release.blocked": (facts, { side, ...reading }) => ({
    title: `Release waits: ${milestoneTitle(facts)}`,
    line: `${amountOf(facts, "amount", { side, ...reading })} stays held. ${blockedReasonWords(facts["reason"] ?? null, side, producer(facts))}`,
    href: side === "producer" ? "/onboarding" : milestoneHref(facts),
  }),
  "payout.sent": (facts, reading) => ({
    title: `Payout sent: ${amountOf(facts, "amount", reading)}`,
    line: has(facts, "expectedOn")
      ? `Expected at the bank on ${dateFact(facts, "expectedOn", { ...reading, dayOnly: true })}.`
      : "It is on its way to the bank.",
    href: payoutHref(facts, reading.side),
  }),
  "payout.paid": (facts, reading) => ({
    title: `Payout arrived: ${amountOf(facts, "amount", reading)}`,
    line: has(facts, "milestoneTitle") ? `For ${milestoneTitle(facts)}.` : "It has reached the bank.",
    href: payoutHref(facts, reading.side),
  }),
  "payout.failed": (facts, reading) => ({
    title: `Payout failed: ${amountOf(facts, "amount", reading)}`,
    // Why a bank refused is between the producer and its bank.
    line:
      reading.side === "producer"
        ? [facts["reason"], facts["fix"]].filter((part) => part !== undefined).join(" ") ||
          "The bank did not take it."
        : `The money has not reached ${producer(facts)}. They have been told what to do.`,
    href: payoutHref(facts, reading.side),
  }),
};

const brand = (facts: Facts) => nameFact(facts, "brandName", "The brand");
const producer = (facts: Facts) => nameFact(facts, "producerName", "the producer");
const other = (facts: Facts, side: OrganizationKind) => (side === "brand" ? producer(facts) : brand(facts));
const milestoneTitle = (facts: Facts) => nameFact(facts, "milestoneTitle", "your milestone");

function milestoneHref(facts: Facts): string {
  return has(facts, "milestoneId")
    ? `/milestones/${encodeURIComponent(facts["milestoneId"] ?? "")}`
    : "/milestones";
}

function partnershipHref(facts: Facts): string {
  return has(facts, "partnershipId")
    ? `/partnerships/${encodeURIComponent(facts["partnershipId"] ?? "")}`
    : "/partnerships";
}

function subjectHref(facts: Facts): string {
  return has(facts, "milestoneId") ? milestoneHref(facts) : partnershipHref(facts);
}

/** Payouts have a page at the producer's only. */
function payoutHref(facts: Facts, side: OrganizationKind): string {
  return side === "producer" ? "/payouts" : milestoneHref(facts);
}

function amountOf(facts: Facts, name: string, reading: NoticeReading): string {
  return moneyFact(facts, name, reading) ?? "The money";
}

function amountPart(before: string, facts: Facts, name: string, reading: NoticeReading, after = ""): string {
  const written = moneyFact(facts, name, reading);
  return written === null ? "" : `${before}${written}${after}`;
}

function releasesBy(facts: Facts, reading: NoticeReading): string {
  const due = dateFact(facts, "dueAt", { ...reading, timeZone: facts["timeZone"] });
  if (due === null) return "The review clock runs.";
  const unless = reading.side === "brand" ? "you ask" : `${brand(facts)} asks`;
  return `Releases automatically on ${due}, unless ${unless} for changes.`;
}

function revisionRound(facts: Facts): string {
  return has(facts, "round") && has(facts, "includedRounds")
    ? ` (round ${facts["round"]} of ${facts["includedRounds"]} included)`
    : "";
}

function timeLeft({ daysLeft }: Facts): string {
  if (daysLeft === undefined) return "Review ends soon";
  if (daysLeft === "0") return "Last hours to review";
  return daysLeft === "1" ? "1 day left to review" : `${daysLeft} days left to review`;
}
