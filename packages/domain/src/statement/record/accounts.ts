import { sum } from "../../money/money";
import type { PeriodResult } from "../calculate-statements";
import { availableForRecoupment, coveredDays, floorFor, releasesOf } from "../payee-balances";
import { countDays, type Period, type PeriodKind, periodAt, periodIndexOf } from "../period";
import { tierHolding } from "../tiers";
import type { RecordAdvance, RecordFloor, RecordReserve, RecordTierPosition } from "./record-accounts";
import { type Scene, statementOf } from "./scene";

/** Where the base stands on the tiers, with this payee's own rates. */
export function tierPositionOf({ input, result, position, write }: Scene): RecordTierPosition {
  const { basis, method, tiers } = input.terms.share;
  const { before, after } = result.accrual.tier;
  const current = tierHolding(tiers, after);
  const end = tiers[current]?.upTo ?? null;
  return {
    basis,
    method,
    before: write(before),
    moved: write(after - before),
    after: write(after),
    current: current + 1,
    toNextStep: end === null ? null : write(end - after),
    tiers: tiers.map(({ upTo, ratesBp }, index) => ({
      tier: index + 1,
      upTo: upTo === null ? null : write(upTo),
      rateBp: Number(ratesBp[position] ?? 0n),
    })),
  };
}

/** The floor test; null where no floor was agreed or the term does not reach into the period. */
export function floorOfPeriod(scene: Scene): RecordFloor | null {
  const { payeeTerms, statement, result, input, write } = scene;
  if (payeeTerms.floor === null || statement.floor === null) return null;
  return {
    agreed: write(payeeTerms.floor),
    floor: write(statement.floor),
    coveredDays: coveredDays(input.terms, result.period),
    days: countDays(result.period.firstDay, result.period.lastDay),
    share: write(statement.share),
    topUp: write(statement.settlement.topUp),
    remainingGuarantee: remainingGuarantee(scene),
  };
}

function remainingGuarantee({ payeeTerms, input, result, write }: Scene): RecordFloor["remainingGuarantee"] {
  const { terms } = input;
  if (terms.end === null) return null;
  const current = periodIndexOf(result.period.firstDay, terms.period);
  let remaining = 0n;
  for (let index = current + 1; index <= periodIndexOf(terms.end, terms.period); index += 1)
    remaining += floorFor(payeeTerms, terms, periodAt(index, terms.period)) ?? 0n;
  return write(remaining);
}

/** The advance account; null where none was agreed. */
export function advanceOf({ payeeTerms, statement, write }: Scene): RecordAdvance | null {
  const { advance } = payeeTerms;
  if (advance === null) return null;
  const { opening, settlement, share } = statement;
  const recoupedSoFar = advance.amount - settlement.closing.unrecouped;
  return {
    agreed: write(advance.amount),
    rateBp: Number(advance.recoupRateBp),
    available: write(availableForRecoupment({ share, ...settlement })),
    opening: write(opening.unrecouped),
    recouped: write(settlement.recouped),
    closing: write(settlement.closing.unrecouped),
    progressBp: advance.amount === 0n ? 10_000 : Number((recoupedSoFar * 10_000n) / advance.amount),
  };
}

/** What is held back, by the period it was taken in; null where there is and was no reserve. */
export function reserveOf(scene: Scene): RecordReserve | null {
  const { payeeTerms, history, input, write } = scene;
  const { reserve, opening } = payeeTerms;
  if (reserve === null && opening.reserveReleases.length === 0) return null;
  const releaseBp = reserve?.releaseBp ?? [];
  const earlier = { period: null, releases: opening.reserveReleases, passed: history.length };
  const taken = history.map((result, index) => ({
    period: result.period.name,
    releases: releasesOf(takenIn(result, input.payee), releaseBp),
    passed: history.length - 1 - index,
  }));
  // What was given back in full before this period is closed; it stands on earlier statements.
  const open = [earlier, ...taken].filter(({ releases, passed }) =>
    releases.slice(Math.max(0, passed - 1)).some((amount) => amount !== 0n),
  );
  return {
    rateBp: Number(reserve?.rateBp ?? 0n),
    releaseBp: releaseBp.map(Number),
    ageing: open.map(({ period, releases, passed }) => ({
      period,
      taken: write(sum(releases)),
      released: write(sum(releases.slice(0, passed))),
      held: write(sum(releases.slice(passed))),
      dueNext: write(releases[passed] ?? 0n),
    })),
  };
}

function takenIn(result: PeriodResult, payee: string): bigint {
  return statementOf(result, payee)?.settlement.reserveTaken ?? 0n;
}

/** The name of the period after one. */
export function followingPeriod(period: Period, kind: PeriodKind): string {
  return periodAt(periodIndexOf(period.firstDay, kind) + 1, kind).name;
}
