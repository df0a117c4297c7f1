import {
  buildStatementRecord,
  chargeStep,
  defaultRights,
  isoDigits,
  lastDayOf,
  type PeriodResult,
  type StatementIssue,
  type StatementRecord,
} from "@evenshare/domain";
import type { LoadedShareParty } from "../share/load-share";
import type { StatementRun } from "./load-run";

/** Changes when the same terms and lines would give other figures. */
const engineVersion = "1";

export interface RecordContext {
  readonly run: StatementRun;
  readonly contact: { readonly name: string; readonly email: string };
  /** When the lines were read. */
  readonly cutOff: Date;
}

/** Writes one payee's statement of the open period; without an issue it is a draft. */
export function writeRecord(
  { run, contact, cutOff }: RecordContext,
  payee: LoadedShareParty,
  issue: StatementIssue | null,
): StatementRecord {
  const { share, version, terms, results, period, lines, issued } = run;
  const { currency } = version.terms;
  const ofPayee = issued.get(payee.key);
  const payer = share.parties.find(({ role }) => role === "payer");
  const originals = statedLinesOf(run, payee.key);
  return buildStatementRecord({
    kind: "statement",
    corrects: null,
    issue,
    terms,
    currency: { code: currency, digits: isoDigits(currency) ?? 2 },
    payoutUnit: chargeStep(currency),
    results,
    period: period.name,
    payee: payee.key,
    agreement: {
      id: share.code,
      title: share.title,
      version: version.version,
      effectiveFrom: version.effectiveFrom,
      effectiveTo: lastDayOf(version, share.versions) ?? terms.end,
    },
    issuerParty: { name: payer?.name ?? "", address: [], taxId: null },
    payeeParty: { name: payee.name, address: [], taxId: null },
    contact,
    otherParties: "each",
    partyNames: new Map(share.parties.map(({ key, name }) => [key, name])),
    cutOff,
    completeness: completenessOf(run),
    eventFacts: new Map(
      lines.map(({ event, source, description, quantity }) => [
        event.id,
        { source, description, quantity, original: originals.get(event.originalId ?? "") ?? null },
      ]),
    ),
    adjustments: (terms.payees.get(payee.key)?.adjustments ?? [])
      .filter((adjustment) => adjustment.period === period.name)
      .map(({ amount, reason }) => ({
        amount,
        code: "agreed",
        text: reason,
        author: version.proposedByName,
        approver: null,
        evidence: `${share.code}, version ${version.version}`,
      })),
    approvals: [],
    previous: previousOf(results, ofPayee),
    changeNotes:
      version.version > 1 && version.effectiveFrom === period.firstDay
        ? [`Version ${version.version} of the agreement counts from this period on.`]
        : [],
    rights: { ...defaultRights, disputeDays: version.settings.disputeDays },
    tax: null,
    fx: null,
    payout: null,
    engineVersion,
  });
}

/** Lines of the open period whose own day lies before it. */
export function countLate({ result, period }: Pick<StatementRun, "result" | "period">): number {
  return result.counted.filter(({ event }) => event.day < period.firstDay).length;
}

/** A source is expected when it has brought lines of this agreement before. */
function completenessOf(run: StatementRun) {
  const inPeriod = new Set(run.result.counted.map(({ event }) => event.id));
  const named = (lines: StatementRun["lines"]) => [...new Set(lines.map(({ source }) => source))].sort();
  return {
    expected: named(run.lines),
    received: named(run.lines.filter(({ event }) => inPeriod.has(event.id))),
    lateIn: countLate(run),
    lateOut: 0,
  };
}

/** Where each line of an earlier period stands in that period's statement, by its id. */
function statedLinesOf({ results, issued }: StatementRun, payee: string) {
  const places = new Map<string, { readonly statement: string; readonly line: number }>();
  for (const { period, counted } of results.slice(0, -1)) {
    const statement = issued.get(payee)?.get(period.name)?.number;
    if (statement === undefined) continue;
    for (const [index, { event }] of counted.entries()) places.set(event.id, { statement, line: index + 1 });
  }
  return places;
}

function previousOf(
  results: readonly PeriodResult[],
  issued: ReadonlyMap<string, { readonly number: string; readonly sha256: string }> | undefined,
) {
  const before = results.at(-2)?.period.name;
  return (before === undefined ? undefined : issued?.get(before)) ?? null;
}
