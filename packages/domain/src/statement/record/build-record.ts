import { reserveHeld } from "../payee-balances";
import { advanceOf, floorOfPeriod, followingPeriod, reserveOf, tierPositionOf } from "./accounts";
import { changesOf } from "./changes";
import { completenessOf, identityOf } from "./identity";
import type { StatementInput } from "./input";
import { itemsOf } from "./items";
import { linesOf } from "./lines";
import { proveBalance } from "./proof";
import type { RecordOutcome, RecordSummary, StatementRecord } from "./record";
import { openScene, type Scene } from "./scene";
import { adjustmentsOf, fxOf, otherPartiesOf, taxOf, unmatchedOf } from "./stated";
import { deductionsOf, stepsOf } from "./steps";

/**
 * Writes the record of one payee's statement of one period (statement rules, sections 1 to 3): the calculation's own
 * figures with everything that explains them. The same input gives the same record. Amounts are minor units of the
 * statement's currency beside decimal text.
 *
 * @throws RangeError when the parts contradict each other: the period or the payee is not in the results, lines,
 *   adjustments or the balance do not add up, or a kind and what it corrects do not fit.
 */
export function buildStatementRecord(input: StatementInput): StatementRecord {
  const scene = openScene(input);
  const lines = linesOf(scene);
  return {
    schema: "evenshare.statement",
    schemaVersion: 1,
    identity: identityOf(scene),
    completeness: completenessOf(scene),
    summary: summaryOf(scene),
    steps: stepsOf(scene),
    deductions: deductionsOf(scene),
    rates: ratesOf(scene),
    outcome: outcomeOf(scene),
    proof: proveBalance(scene.statement, scene.write),
    balances: balancesOf(scene),
    changes: changesOf(scene),
    items: itemsOf(lines, scene.write),
    tierPosition: tierPositionOf(scene),
    floor: floorOfPeriod(scene),
    advance: advanceOf(scene),
    reserve: reserveOf(scene),
    adjustments: adjustmentsOf(scene),
    otherParties: otherPartiesOf(scene),
    tax: taxOf(scene),
    fx: fxOf(scene),
    payout: payoutOf(scene),
    unmatched: unmatchedOf(scene),
    approvals: approvalsOf(scene),
    rights: rightsOf(scene),
    lines,
  };
}

function summaryOf({ result, statement, write }: Scene): RecordSummary {
  const { reserveTaken, recouped, payable } = statement.settlement;
  return {
    netRevenue: write(result.accrual.net),
    share: write(statement.share),
    heldBack: write(reserveTaken),
    recouped: write(recouped),
    payable: write(payable),
  };
}

function ratesOf({ payeeTerms }: Scene): StatementRecord["rates"] {
  return {
    negativeOffsetCapBp: Number(payeeTerms.negativeOffsetCapBp),
    platformFeeBp: Number(payeeTerms.platformFeeBp),
    withholdingBp: Number(payeeTerms.withholdingBp),
  };
}

function outcomeOf({ input, result, statement, payeeTerms, write }: Scene): RecordOutcome {
  const { payable, carriedOver } = statement.settlement;
  const paid = payable > 0n ? "payable" : "carried-over";
  return {
    state: input.kind === "provisional" ? "provisional" : paid,
    minimumPayout: write(payeeTerms.minimumPayout),
    expectedPeriod: carriedOver > 0n ? followingPeriod(result.period, input.terms.period) : null,
  };
}

/** Three balances, never merged. */
function balancesOf({ statement, write }: Scene): StatementRecord["balances"] {
  const { opening, settlement } = statement;
  const { closing } = settlement;
  return {
    payable: { opening: write(opening.payable), closing: write(closing.payable) },
    unrecoupedAdvance: { opening: write(opening.unrecouped), closing: write(closing.unrecouped) },
    reserveHeld: { opening: write(reserveHeld(opening)), closing: write(reserveHeld(closing)) },
  };
}

function payoutOf({ input }: Scene): StatementRecord["payout"] {
  if (input.payout === null) return null;
  const { reference, method, expectedDate } = input.payout;
  return { reference, method, expectedDate };
}

function approvalsOf({ input }: Scene): StatementRecord["approvals"] {
  return input.approvals.map(({ party, person, at, version }) => ({
    party,
    person,
    at: at.toISOString(),
    version,
  }));
}

function rightsOf({ input }: Scene): StatementRecord["rights"] {
  const { disputeDays, answerDays, auditMonths, auditNoticeDays, auditShortfallBp } = input.rights;
  return { disputeDays, answerDays, auditMonths, auditNoticeDays, auditShortfallBp };
}
