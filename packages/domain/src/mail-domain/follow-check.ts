import { z } from "zod";
import type { RecordFinding } from "./check-record";

export const mailDomainStatuses = ["pending", "verified", "lost"] as const;
export type MailDomainStatus = (typeof mailDomainStatuses)[number];
export const mailDomainStatus = z.enum(mailDomainStatuses);

/** How a domain stands; instants of the product's clock. */
export interface MailDomainStanding {
  readonly status: MailDomainStatus;
  /** When its records were last seen to be right. */
  readonly confirmedAt: Date | null;
}

/** What a check leaves. */
export interface FollowedCheck extends MailDomainStanding {
  /** When it is looked at again by itself; null: only when somebody asks. */
  readonly dueAt: Date | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** For how long a verified domain outlives name servers that do not answer. */
const patienceMs = 3 * dayMs;

/**
 * What becomes of a domain after a check. A definite wrong answer loses a verified one at once: unsigned mail in its name
 * would be refused. Name servers that do not answer are asked again each hour, and lose it after three days.
 *
 * @example followCheck({ status: "pending", confirmedAt: null }, allRight, now).status // "verified"
 */
export function followCheck(
  { status, confirmedAt }: MailDomainStanding,
  findings: readonly RecordFinding[],
  now: Date,
): FollowedCheck {
  const judgement = judgeAll(findings);
  if (judgement === "right") {
    return { status: "verified", confirmedAt: now, dueAt: new Date(now.getTime() + dayMs) };
  }
  if (status !== "verified") return { status, confirmedAt, dueAt: null };
  const silentMs = confirmedAt === null ? patienceMs : now.getTime() - confirmedAt.getTime();
  return judgement === "unanswered" && silentMs < patienceMs
    ? { status, confirmedAt, dueAt: new Date(now.getTime() + hourMs) }
    : { status: "lost", confirmedAt, dueAt: null };
}

function judgeAll(findings: readonly RecordFinding[]): "right" | "wrong" | "unanswered" {
  const required = findings.filter((finding) => finding.required);
  if (required.every(({ state }) => state === "right")) return "right";
  return required.some(({ state }) => state === "missing" || state === "different") ? "wrong" : "unanswered";
}

/** What is not as it has to be, a record a line, for a mail or a trail. */
export function describeFindings(findings: readonly RecordFinding[]): string {
  return findings
    .filter(({ required, state }) => required && state !== "right")
    .map(({ purpose, name, state }) => `${purpose.toUpperCase()} at ${name}: ${stateWords[state]}`)
    .join("\n");
}

const stateWords: Readonly<Record<RecordFinding["state"], string>> = {
  unchecked: "not looked up yet",
  right: "as it should be",
  missing: "not there",
  different: "not what it should be",
  unanswered: "the name servers did not answer",
};
