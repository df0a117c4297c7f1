import { type Facts, has, nameFact, type Teller } from "./notice-facts";

/** Revenue-share agreements. */
export const shareTellers = {
  "share.proposed": (facts, { side }) => ({
    title: `${side === "producer" ? "To answer" : "Proposed"}: ${titleOf(facts)}`,
    line:
      side === "producer"
        ? `${nameFact(facts, "brandName", "The brand")} proposes a revenue share. Nothing counts until everybody has accepted.`
        : "The producers have been asked. Nothing counts until everybody has accepted.",
    href: hrefOf(facts),
  }),
  "share.accepted": (facts) => ({
    title: `Accepted by one: ${titleOf(facts)}`,
    line: `${nameFact(facts, "producerName", "The producer")} accepted. It waits for ${
      facts["waitingFor"] === "1" ? "one more party" : "others"
    }.`,
    href: hrefOf(facts),
  }),
  "share.active": (facts) => ({
    title: `Active: ${titleOf(facts)}`,
    line: "All parties have accepted the revenue share.",
    href: hrefOf(facts),
  }),
  "share.declined": (facts) => ({
    title: `Declined: ${titleOf(facts)}`,
    line: `${nameFact(facts, "producerName", "The producer")} declined the revenue share${
      has(facts, "reason") ? `: “${nameFact(facts, "reason", "")}”` : "."
    }`,
    href: hrefOf(facts),
  }),
  "share.ended": (facts) => ({
    title: `Over: ${titleOf(facts)}`,
    line:
      facts["reason"] === "declined"
        ? "Another party declined the proposed revenue share. Nothing of it counts."
        : "The brand took back the proposed revenue share. Nothing of it counts.",
    href: hrefOf(facts),
  }),
  "statement.issued": (facts, { side }) => ({
    title: `Statement ${nameFact(facts, "statementNumber", "")}`,
    line:
      side === "producer"
        ? `${nameFact(facts, "brandName", "The brand")} has issued your statement of ${nameFact(facts, "statementPeriod", "a period")}.`
        : `${nameFact(facts, "producerName", "The producer")} was sent the statement of ${nameFact(facts, "statementPeriod", "a period")}.`,
    href: has(facts, "statementId")
      ? `/statements/${encodeURIComponent(facts["statementId"] ?? "")}`
      : "/statements",
  }),
} as const satisfies Record<string, Teller>;

function titleOf(facts: Facts): string {
  return nameFact(facts, "shareTitle", "a revenue share");
}

function hrefOf(facts: Facts): string {
  return has(facts, "shareId") ? `/shares/${encodeURIComponent(facts["shareId"] ?? "")}` : "/shares";
}
