import { openZone } from "../time/zone";
import { calculateStatements } from "./calculate-statements";
import type { Fault } from "./fault";
import type { JsonFile } from "./json-node";
import { type PeriodIndex, type PeriodKind, parsePeriodName, periodIndexOf } from "./period";
import { type EventFile, readEvents } from "./read-events";
import { readTerms } from "./read-terms";
import { type StatementPreview, writePreview } from "./statement-rows";

export interface PreviewRequest {
  readonly terms: JsonFile;
  readonly events: Iterable<EventFile>;
  /** The name of the first period to print, and of the last; a single one without it. */
  readonly period: string;
  readonly through: string | undefined;
}

/** How faults in what was asked for, and not in a file, name where they are. */
const requestName = "arguments";

/**
 * Tries terms on events before anything is signed, or computes a statement again (statement rules, section 9): the
 * statements of the periods asked for, or everything that is wrong with what was given.
 */
export function previewStatements(
  request: PreviewRequest,
):
  | { readonly ok: true; readonly preview: StatementPreview }
  | { readonly ok: false; readonly faults: readonly Fault[] } {
  const { terms, currency, timeZone, items, period, faults } = readTerms(request.terms);
  const read = readEvents(request.events, {
    zone: openZone(timeZone ?? "UTC"),
    currency,
    covers: items === undefined ? undefined : (item) => items === "*" || items.has(item),
  });
  const range = readRange(request, period, terms?.start);
  const all = [...faults, ...range.faults, ...read.faults];
  if (all.length > 0 || terms === undefined || currency === undefined) return { ok: false, faults: all };
  const results = calculateStatements(terms, read.events, range.last);
  const first = periodIndexOf(terms.start, terms.period);
  const printed = new Set(results.slice(range.first - first));
  return { ok: true, preview: writePreview(results, (result) => printed.has(result), currency) };
}

/** What is wrong with files of events whatever the terms say: for when the terms cannot be read at all. */
export function checkEvents(events: Iterable<EventFile>): readonly Fault[] {
  return readEvents(events, { zone: openZone("UTC"), currency: undefined, covers: undefined }).faults;
}

interface Range {
  readonly first: PeriodIndex;
  readonly last: PeriodIndex;
  readonly faults: readonly Fault[];
}

function readRange(
  { period, through = period }: PreviewRequest,
  kind: PeriodKind | undefined,
  start: string | undefined,
): Range {
  const faults: Fault[] = [];
  const tell = (field: string, what: string) => faults.push({ file: requestName, line: 1, field, what });
  if (kind === undefined) return { first: 0, last: 0, faults };
  const first = parsePeriodName(period, kind);
  const last = parsePeriodName(through, kind);
  if (first === undefined) tell("period", `${JSON.stringify(period)} is not a ${kind}`);
  else if (start !== undefined && first < periodIndexOf(start, kind))
    tell("period", `${period} lies before the first period`);
  if (last === undefined && through !== period)
    tell("through", `${JSON.stringify(through)} is not a ${kind}`);
  if (first !== undefined && last !== undefined && last < first)
    tell("through", `${through} lies before ${period}`);
  return { first: first ?? 0, last: last ?? 0, faults };
}
