import type { TenantTransaction } from "@evenshare/database";
import {
  activatedOf,
  calculateStatements,
  ok,
  type Period,
  type PeriodIndex,
  type PeriodResult,
  parsePeriodName,
  periodAt,
  periodIndexOf,
  type Result,
  readShareTerms,
  refuse,
  type StatementTerms,
} from "@evenshare/domain";
import type { LoadedShare, LoadedShareVersion } from "../share/load-share";
import { loadLines, mostLines, type SharedLine } from "./load-lines";

/** The earliest period of an agreement without statements, computed with all that came before it. */
export interface StatementRun {
  readonly share: LoadedShare;
  /** The version that counts in the period. */
  readonly version: LoadedShareVersion;
  readonly terms: StatementTerms;
  readonly period: Period;
  /** From the first period to this one. */
  readonly results: readonly PeriodResult[];
  readonly result: PeriodResult;
  readonly lines: readonly SharedLine[];
  /** Statements that the reader may see, by payee and then period. */
  readonly issued: ReadonlyMap<string, ReadonlyMap<string, PastStatement>>;
}

/** A statement of an earlier period. */
export interface PastStatement {
  readonly number: string;
  readonly sha256: string;
}

/**
 * Computes the open period of an agreement from the lines that count. What was issued stays as it was: every line keeps
 * the period in which it was stated, and one that came late counts in the open one. Refused with `share.not_active` before
 * all parties have accepted, and `statement.too_many_lines`.
 */
export async function loadRun(tx: TenantTransaction, share: LoadedShare): Promise<Result<StatementRun>> {
  const versions = activatedOf(share.versions);
  const [first] = versions;
  if (first === undefined) return refuse({ code: "share.not_active" });
  const terms = termsOf(first);
  const issued = await readIssued(tx, share.id);
  const open = openPeriod(terms, issued);
  const later = versions.slice(1).map((version) => ({
    version,
    from: periodIndexOf(version.effectiveFrom, terms.period),
    terms: termsOf(version),
  }));
  const current = later.findLast(({ from }) => from <= open) ?? { version: first, terms };

  const lines = await loadLines(tx, {
    agreementId: share.id,
    items: itemsOf([terms, ...later.map((one) => one.terms)]),
    currency: first.terms.currency,
    timeZone: terms.timeZone,
    start: terms.start,
    end: (later.at(-1) ?? current).terms.end,
    periods: terms.period,
    open,
  });
  if (lines === null)
    return refuse({ code: "statement.too_many_lines", details: { most: String(mostLines) } });
  const results = calculateStatements(
    terms,
    lines.map(({ event }) => event),
    open,
    later,
  );
  const result = results.at(-1);
  if (result === undefined) throw new Error(`agreement ${share.id} has no period`);
  const { version } = current;
  return ok({
    share,
    version,
    terms: current.terms,
    period: periodAt(open, terms.period),
    results,
    result,
    lines,
    issued,
  });
}

function termsOf({ version, terms }: LoadedShareVersion): StatementTerms {
  const read = readShareTerms(terms);
  if (read === undefined) throw new Error(`version ${version} was accepted with faulty terms`);
  return read;
}

async function readIssued(tx: TenantTransaction, agreementId: string): Promise<StatementRun["issued"]> {
  const rows = await tx.statement.findMany({
    where: { agreementId },
    select: { partyKey: true, period: true, number: true, sha256: true },
  });
  const issued = new Map<string, Map<string, PastStatement>>();
  for (const { partyKey, period, number, sha256 } of rows) {
    const ofParty = issued.get(partyKey) ?? new Map<string, PastStatement>();
    issued.set(partyKey, ofParty.set(period, { number, sha256 }));
  }
  return issued;
}

/** All payees' statements of a period are issued together, so whoever sees some of them sees which comes next. */
function openPeriod(terms: StatementTerms, issued: StatementRun["issued"]): PeriodIndex {
  const names = [...issued.values()].flatMap((ofParty) => [...ofParty.keys()]);
  const indexes = names.map((name) => parsePeriodName(name, terms.period) ?? 0);
  const first = periodIndexOf(terms.start, terms.period);
  return indexes.reduce((next, index) => Math.max(next, index + 1), first);
}

/** Null: all items. */
function itemsOf(terms: readonly StatementTerms[]): string[] | null {
  const items = new Set<string>();
  for (const { items: covered } of terms) {
    if (covered === "*") return null;
    for (const item of covered) items.add(item);
  }
  return [...items];
}
