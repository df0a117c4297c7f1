import { ok, type Result, refuse } from "../result";
import { isCalendarDay, isoDay, periodAt, periodIndexOf } from "../statement/period";
import { plainPayee, type StatementTerms } from "../statement/terms";
import { addDays, localDayOf } from "../time/local-time";
import { readShareTerms, termsFailure } from "./check-terms";
import type { ProposedTerms, ShareTermsFile } from "./terms-file";

export const shareVersionStatuses = ["proposed", "active", "declined", "withdrawn", "superseded"] as const;
export type ShareVersionStatus = (typeof shareVersionStatuses)[number];

/** A version as later ones are checked against it. */
export interface ShareVersionFacts {
  readonly version: number;
  readonly status: ShareVersionStatus;
  /** `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  readonly terms: ShareTermsFile;
}

/** Whether every party accepted it once, so that it counts for its own periods, also after a later one has followed. */
export function wasActivated({ status }: { readonly status: ShareVersionStatus }): boolean {
  return status === "active" || status === "superseded";
}

/** The versions that count, in the order in which they take effect. */
export function activatedOf<V extends Pick<ShareVersionFacts, "status" | "effectiveFrom">>(
  versions: readonly V[],
): V[] {
  return versions
    .filter(wasActivated)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0));
}

/**
 * Whether a further version may be proposed, to take effect on `effectiveFrom`. Until one was accepted by all, the terms
 * take effect at their start; afterwards at the beginning of a period that has not begun, so that no period that is open
 * or past ever changes.
 */
export function checkNextVersion(
  earlier: readonly ShareVersionFacts[],
  next: { readonly terms: ProposedTerms; readonly effectiveFrom: string },
  today: string,
): Result<void> {
  const open = earlier.find(({ status }) => status === "proposed");
  if (open !== undefined)
    return refuse({ code: "share.already_open", details: { version: String(open.version) } });
  const [first] = earlier;
  if (first !== undefined && !sameParties(first.terms, next.terms))
    return refuse(termsFailure({ field: "parties", reason: "are not those of the agreement" }));
  const current = activatedOf(earlier).at(-1);
  if (current === undefined)
    return next.effectiveFrom === next.terms.start
      ? ok(undefined)
      : refuse(badDay("is not the start of the terms"));
  const fixed = findChangedFixedTerm(current.terms, next.terms);
  if (fixed !== undefined)
    return refuse(termsFailure({ field: fixed, reason: `stays as version ${current.version} has it` }));
  return checkBorder(current, next, today);
}

/** Whether a version may still come into force: its first period has not begun. The first version may at any time. */
export function checkStillAhead(
  version: Pick<ShareVersionFacts, "version" | "effectiveFrom">,
  others: readonly ShareVersionFacts[],
  today: string,
): Result<void> {
  const current = activatedOf(others).at(-1);
  if (current === undefined || hasNotBegun(version.effectiveFrom, current, today)) return ok(undefined);
  return refuse({ code: "share.border_passed", details: { effectiveFrom: version.effectiveFrom } });
}

/** The last day on which a version counts: the day before the next one that was accepted takes effect; null for none. */
export function lastDayOf(
  version: Pick<ShareVersionFacts, "effectiveFrom">,
  versions: readonly Pick<ShareVersionFacts, "status" | "effectiveFrom">[],
): string | null {
  const next = activatedOf(versions).find(({ effectiveFrom }) => effectiveFrom > version.effectiveFrom);
  return next === undefined ? null : isoDay(addDays(localDayOf(next.effectiveFrom), -1));
}

/**
 * The earliest day from which a further version can count: the first day of the next period, or that of the period after
 * the last version that was accepted begins; until one was, the start of the terms.
 */
export function nextBorderAfter(
  versions: readonly ShareVersionFacts[],
  today: string,
  start: string,
): string {
  const current = activatedOf(versions).at(-1);
  if (current === undefined) return start;
  const { period } = current.terms;
  const latest = Math.max(periodIndexOf(today, period), periodIndexOf(current.effectiveFrom, period));
  return periodAt(latest + 1, period).firstDay;
}

function checkBorder(
  current: ShareVersionFacts,
  { terms, effectiveFrom }: { readonly terms: ProposedTerms; readonly effectiveFrom: string },
  today: string,
): Result<void> {
  const kind = current.terms.period;
  if (!isCalendarDay(effectiveFrom)) return refuse(badDay("is not a day of the calendar"));
  if (periodAt(periodIndexOf(effectiveFrom, kind), kind).firstDay !== effectiveFrom)
    return refuse(badDay(`is not the first day of a ${kind}`));
  if (!hasNotBegun(effectiveFrom, current, today)) return refuse(badDay(`lies in a ${kind} that has begun`));
  if (effectiveFrom <= current.effectiveFrom)
    return refuse(badDay(`is not later than that of version ${current.version}`));
  if (terms.end !== null && terms.end < effectiveFrom)
    return refuse(termsFailure({ field: "end", reason: "lies before the day on which it takes effect" }));
  return ok(undefined);
}

function hasNotBegun(day: string, { terms: { period } }: ShareVersionFacts, today: string): boolean {
  return periodIndexOf(day, period) > periodIndexOf(today, period);
}

function badDay(reason: string) {
  return { code: "input.invalid", field: "effectiveFrom", details: { reason } };
}

function sameParties(a: ProposedTerms, b: ProposedTerms): boolean {
  const written = ({ parties }: ProposedTerms) => parties.map(({ id, role }) => `${id} ${role}`).join();
  return written(a) === written(b);
}

/** What money was counted by since the start cannot change under it; balances carry over as they are. */
function findChangedFixedTerm(before: ProposedTerms, after: ProposedTerms): string | undefined {
  for (const field of ["currency", "timeZone", "start", "period"] as const)
    if (before[field] !== after[field]) return field;
  const [old, next] = [readShareTerms(before), readShareTerms(after)];
  if (old?.openingBase !== next?.openingBase) return "openingBase";
  const changed = before.parties.find(({ id }) => writeOpening(old, id) !== writeOpening(next, id));
  return changed === undefined ? undefined : `payees.${changed.id}.opening`;
}

function writeOpening(terms: StatementTerms | undefined, party: string): string {
  const { payable, reserveReleases } = (terms?.payees.get(party) ?? plainPayee).opening;
  return [payable, ...reserveReleases].join();
}
