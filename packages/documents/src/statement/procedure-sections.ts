import type { RecordUnmatched, StatementRecord } from "@evenshare/domain";
import { dayText, instantText, percentText } from "../text-of-figures";
import { amount, facts, figures, narrow, row, type Section, section, table, text, wide } from "./block";
import { counted } from "./waterfall";

const printedUnmatched = 100;

const reasons: Readonly<Record<RecordUnmatched["reason"], string>> = {
  "outside-term": "outside the term, not counted",
  "original-unknown": "original unknown, counted as a return on its own",
  "return-exceeds-original": "more than was sold, not counted",
};

/** What data the statement rests on, and what was left out of it. */
export function lateAndMissing({ completeness, identity, deductions, unmatched }: StatementRecord): Section {
  const { expected, received, missing, lastEventAt, lateIn, lateOut } = completeness;
  const listed = (names: readonly string[]) => (names.length === 0 ? "none" : names.join(", "));
  const notTaken = deductions.filter(({ allowed }) => !allowed);
  const shown = unmatched.slice(0, printedUnmatched);
  return section(
    "Late and missing data",
    facts(
      ["Sources expected", listed(expected)],
      ["Sources received", listed(received)],
      ["Sources missing", listed(missing)],
      [
        "Last event",
        lastEventAt === null
          ? "none in this period"
          : instantText(new Date(lastEventAt), identity.period.timeZone),
      ],
      ["Late lines counted here", String(lateIn)],
      ["Late lines left for later", String(lateOut)],
      [
        "Reported, but not taken off",
        listed(notTaken.map(({ kind, amount: value }) => `${kind} ${amount(value)}`)),
      ],
      ["Events that do not fit", String(unmatched.length)],
    ),
    ...(shown.length === 0
      ? []
      : [
          table(
            [wide("Event"), narrow("Date"), narrow("Item"), figures("Gross"), narrow("What became of it")],
            shown.map((one) => row(one.event, one.day, one.item, amount(one.gross), reasons[one.reason])),
            { dense: true },
          ),
        ]),
    ...(unmatched.length > shown.length
      ? [text(`${unmatched.length - shown.length} more are in the record of this statement.`)]
      : []),
  );
}

/** Who approved which draft, and when. */
export function approvalList({ approvals, identity }: StatementRecord): Section {
  if (approvals.length === 0) return section("Approvals", text("Nobody has approved this statement yet."));
  return section(
    "Approvals",
    table(
      [wide("Party"), narrow("By"), narrow("Draft"), narrow("When")],
      approvals.map(({ party, person, at, version }) =>
        row(
          party,
          person ?? "the review window ran out",
          String(version),
          instantText(new Date(at), identity.period.timeZone),
        ),
      ),
    ),
  );
}

/** How to dispute, and the right to audit, each in a paragraph. */
export function procedures({ identity, rights }: StatementRecord): Section[] {
  const { contact, disputeDeadline } = identity;
  const until =
    disputeDeadline === null
      ? `within ${counted(rights.disputeDays, "day")} of issue`
      : `until ${dayText(disputeDeadline)}`;
  return [
    section(
      "How to dispute",
      text(
        `You can dispute this statement ${until}. Name the lines, the amount and the reason, and add what shows it, in the portal or by writing to ${contact.name}, ${contact.email}. What you do not dispute is paid on time. An answer is due within ${counted(rights.answerDays, "day")}; without agreement the mediator named in the agreement decides. After this date your audit rights remain.`,
      ),
    ),
    section(
      "Audit rights",
      text(
        `You can object to this statement within ${counted(rights.auditMonths, "month")} of issue, also after the time for disputes, and once in twelve months have the books it rests on examined by an auditor, with ${counted(rights.auditNoticeDays, "day")}' notice. If at least ${percentText(rights.auditShortfallBp)} of the audited amount was underpaid, the issuer bears the cost of the audit and pays interest at the agreed rate; what was overpaid is credited. Fraud lifts the time limit.`,
      ),
    ),
  ];
}

const words: readonly (readonly [string, string])[] = [
  ["Net revenue", "what is shared: receipts less returns and the deductions that the agreement lists"],
  ["Tier", "a range of net revenue with its own rate"],
  ["Floor", "what a period earns at the least; what is missing is topped up and never claimed back"],
  ["Reserve", "a part of the share that is held back for later returns and released by schedule"],
  ["Recoup", "take what was paid in advance out of what was earned since"],
  ["Payable", "paid with this statement; what is below the smallest payout is carried over instead"],
  ["Canonical record", "the data of this statement in the one form that its SHA-256 is computed from"],
];

export function glossary(): Section {
  return section("Glossary", facts(...words));
}
