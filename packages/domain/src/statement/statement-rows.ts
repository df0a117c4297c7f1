import { writeDecimal } from "../money/decimal-text";
import type { UnmatchedReason } from "./accrual";
import type { PayeeStatement, PeriodResult } from "./calculate-statements";
import { reserveHeld } from "./payee-balances";
import { compareEvents } from "./revenue-event";

/** One statement as the dry run prints it; amounts are decimal text with all of the currency's digits. */
export interface StatementRow {
  readonly period: string;
  readonly party: string;
  readonly currency: string;
  readonly gross: string;
  readonly returns: string;
  readonly deductions: string;
  readonly net: string;
  readonly share: string;
  readonly topUp: string;
  readonly reserveTaken: string;
  readonly reserveReleased: string;
  readonly recouped: string;
  readonly adjustments: string;
  readonly due: string;
  readonly negativeOffset: string;
  readonly platformFee: string;
  readonly withholding: string;
  readonly netDue: string;
  readonly payable: string;
  readonly carriedOver: string;
  readonly openingPayable: string;
  readonly closingPayable: string;
  readonly unrecouped: string;
  readonly reserveHeld: string;
  readonly tier: { readonly before: string; readonly after: string };
  readonly events: number;
  readonly returnEvents: number;
  readonly unmatchedEvents: number;
}

export interface UnmatchedRow {
  readonly event_id: string;
  readonly reason: UnmatchedReason;
}

/** What the dry run prints. */
export interface StatementPreview {
  readonly statements: readonly StatementRow[];
  readonly unmatched: readonly UnmatchedRow[];
}

/**
 * Writes computed periods as the dry run prints them (statement rules, section 9): the rows of the periods that are
 * `printed`, and the unmatched events of all that were computed.
 */
export function writePreview(
  results: readonly PeriodResult[],
  printed: (result: PeriodResult) => boolean,
  currency: { readonly code: string; readonly digits: number },
): StatementPreview {
  const unmatched = results.flatMap((result) => result.unmatched);
  return {
    statements: results
      .filter(printed)
      .flatMap((result) => result.statements.map((statement) => writeRow(result, statement, currency))),
    unmatched: [...unmatched]
      .sort((a, b) => compareEvents(a.event, b.event))
      .map(({ event, reason }) => ({ event_id: event.id, reason })),
  };
}

function writeRow(
  { period, accrual, unmatched }: PeriodResult,
  { party, share, opening, settlement }: PayeeStatement,
  { code, digits }: { readonly code: string; readonly digits: number },
): StatementRow {
  const write = (amount: bigint) => writeDecimal(amount, digits);
  const fallsInside = ({ event }: { readonly event: { readonly day: string } }) =>
    event.day >= period.firstDay && event.day <= period.lastDay;
  return {
    period: period.name,
    party,
    currency: code,
    gross: write(accrual.gross),
    returns: write(accrual.returns),
    deductions: write(accrual.deductions),
    net: write(accrual.net),
    share: write(share),
    topUp: write(settlement.topUp),
    reserveTaken: write(settlement.reserveTaken),
    reserveReleased: write(settlement.reserveReleased),
    recouped: write(settlement.recouped),
    adjustments: write(settlement.adjustments),
    due: write(settlement.due),
    negativeOffset: write(settlement.negativeOffset),
    platformFee: write(settlement.platformFee),
    withholding: write(settlement.withholding),
    netDue: write(settlement.netDue),
    payable: write(settlement.payable),
    carriedOver: write(settlement.carriedOver),
    openingPayable: write(opening.payable),
    closingPayable: write(settlement.closing.payable),
    unrecouped: write(settlement.closing.unrecouped),
    reserveHeld: write(reserveHeld(settlement.closing)),
    tier: { before: write(accrual.tier.before), after: write(accrual.tier.after) },
    events: accrual.events,
    returnEvents: accrual.returnEvents,
    unmatchedEvents: unmatched.filter(fallsInside).length,
  };
}
