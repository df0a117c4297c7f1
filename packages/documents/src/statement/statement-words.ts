import type { RecordParty, StatementRecord } from "@evenshare/domain";
import { dayText, wallTimeText } from "../text-of-figures";
import type { Words } from "../typesetter";
import { guarantees, reserveAgeing } from "./account-sections";
import { amount, facts, inPairs, type Section, section } from "./block";
import { balanceProof, changes } from "./money-sections";
import { approvalList, glossary, lateAndMissing, procedures } from "./procedure-sections";
import { lineList, revenueByItem, tierPosition } from "./revenue-sections";
import { adjustmentList, otherParties, settlement } from "./settlement-sections";
import { waterfall } from "./waterfall";

type Facts = readonly (readonly [term: string, value: string])[];

/** What a statement says on paper, in the order in which it says it. */
export interface StatementWords extends Words {
  /** Stands on every page. */
  readonly reference: string;
  readonly kind: string;
  readonly period: string;
  readonly parties: readonly (readonly [role: string, name: string, lines: readonly string[]])[];
  /** In two columns. */
  readonly facts: readonly [Facts, Facts];
  readonly summary: readonly (readonly [label: string, value: string])[];
  readonly currency: string;
  readonly sections: readonly (readonly Section[])[];
}

const kinds: Readonly<Record<StatementRecord["identity"]["kind"], string>> = {
  statement: "Statement",
  correction: "Correction",
  final: "Final statement",
  provisional: "Provisional statement",
};

/**
 * Puts a record into words.
 *
 * @param sha256 of the canonical record, in hexadecimal.
 */
export function statementWords(record: StatementRecord, sha256: string): StatementWords {
  const { identity, summary } = record;
  const { number, period, currency } = identity;
  const kind = kinds[identity.kind];
  const reference = number === null ? `${kind}, draft without a number` : `${kind} ${number}`;
  return {
    title: reference,
    issuer: identity.issuer.name,
    reference,
    kind,
    period: `${dayText(period.firstDay)} to ${dayText(period.lastDay)} (${period.name})`,
    parties: [partyWords("Issuer", identity.issuer), partyWords("Payee", identity.payee)],
    facts: identityFacts(record),
    summary: [
      ["Net revenue", amount(summary.netRevenue)],
      ["Your share", amount(summary.share)],
      ["Held back", amount(summary.heldBack)],
      ["Recouped", amount(summary.recouped)],
      [identity.kind === "provisional" ? "Would be payable" : "Payable", amount(summary.payable)],
    ],
    currency: currency.code,
    sentences: outcomeSentences(record),
    sections: inPairs([
      waterfall(record),
      changes(record),
      ...balanceProof(record),
      revenueByItem(record),
      tierPosition(record),
      ...guarantees(record),
      ...reserveAgeing(record),
      adjustmentList(record),
      ...settlement(record),
      ...otherParties(record),
      lateAndMissing(record),
      approvalList(record),
      ...procedures(record),
      ...lineList(record),
      integrity(record, sha256),
      glossary(),
    ]),
  };
}

function partyWords(role: string, { name, address, taxId }: RecordParty) {
  return [role, name, [...address, ...(taxId === null ? [] : [`Tax id ${taxId}`])]] as const;
}

function identityFacts({ identity }: StatementRecord): StatementWords["facts"] {
  const { agreement, period, contact, corrects, currency, payoutCurrency } = identity;
  const { effectiveFrom: from, effectiveTo: to } = agreement;
  const dayOr = (day: string | null) => (day === null ? "set at issue" : dayText(day));
  return [
    [
      ["Agreement", `${agreement.title} (${agreement.id}), version ${agreement.version}`],
      ["In effect", to === null ? `since ${dayText(from)}` : `${dayText(from)} to ${dayText(to)}`],
      ["Time zone", period.timeZone],
      ["Currency", `${currency.code}, rounded to ${amount(currency.unit)}`],
      ["Paid out in", `${payoutCurrency.code}, in steps of ${amount(payoutCurrency.unit)}`],
    ],
    [
      ...(corrects === null ? [] : [["Corrects", corrects] as const]),
      ["Data closed", wallTimeText(new Date(period.cutOff), period.timeZone)],
      ["Issued", dayOr(identity.issueDate)],
      ["Due", dayOr(identity.dueDate)],
      ["Disputes until", dayOr(identity.disputeDeadline)],
      ["Questions to", contact.name],
      ["Write to", contact.email],
    ],
  ];
}

function outcomeSentences({ identity, outcome, balances }: StatementRecord): string[] {
  const { state, minimumPayout, expectedPeriod } = outcome;
  const code = identity.currency.code;
  if (state === "provisional")
    return ["This statement is provisional: data is missing, and nothing is paid on it."];
  if (state === "payable") return [];
  if (expectedPeriod === null) {
    return BigInt(balances.payable.closing.minor) < 0n
      ? [`Nothing is payable. ${amount(balances.payable.closing)} ${code} is carried into the next period.`]
      : ["Nothing is payable, and nothing is carried over."];
  }
  return [
    `${amount(balances.payable.closing)} ${code} is carried over, because it is below the smallest payout of ${amount(minimumPayout)} ${code}. It can be paid with the statement of ${expectedPeriod} at the earliest.`,
  ];
}

function integrity({ identity }: StatementRecord, sha256: string): Section {
  const { previous, engineVersion } = identity;
  return section(
    "Integrity",
    facts(
      ["SHA-256 of this record", sha256],
      ["Previous statement", previous?.number ?? "none: this is the first"],
      ...(previous === null ? [] : [["SHA-256 of its record", previous.sha256] as const]),
      ["Calculated by", `engine ${engineVersion}`],
    ),
  );
}
