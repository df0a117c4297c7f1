import { sum } from "../../money/money";
import { amountsIn } from "./amount";
import type { RecordAdjustment, RecordFx, RecordOtherParty, RecordTax, RecordUnmatched } from "./record";
import type { Scene } from "./scene";

/**
 * The adjustments one by one.
 *
 * @throws RangeError when they do not add up to what the calculation took.
 */
export function adjustmentsOf({ input, statement, write }: Scene): RecordAdjustment[] {
  const total = sum(input.adjustments.map(({ amount }) => amount));
  if (total !== statement.settlement.adjustments)
    throw new RangeError("the adjustments do not add up to those of the calculation");
  return input.adjustments.map(({ amount, code, text, author, approver, evidence }) => ({
    amount: write(amount),
    code,
    text,
    author,
    approver,
    evidence,
  }));
}

/** Totals of the others, as far as the agreement lets this payee see them; never their terms or lines. */
export function otherPartiesOf({ input, result, position, write }: Scene): RecordOtherParty[] {
  if (input.otherParties === "none") return [];
  const others = input.terms.parties.flatMap(({ id, role }, index) =>
    index === position
      ? []
      : [
          {
            name: input.partyNames.get(id) ?? (role === "payer" ? "Payer" : "Another payee"),
            share: result.accrual.shares[index] ?? 0n,
          },
        ],
  );
  if (input.otherParties === "each") return others.map(({ name, share }) => ({ name, share: write(share) }));
  return [{ name: "All other parties", share: write(sum(others.map(({ share }) => share))) }];
}

/** What there is to say about withholding; null when nothing is withheld and nothing was stated. */
export function taxOf({ input, payeeTerms, statement, write }: Scene): RecordTax | null {
  const { due, negativeOffset, withholding } = statement.settlement;
  if (input.tax === null && payeeTerms.withholdingBp === 0n) return null;
  const basis = due - negativeOffset;
  return {
    rateBp: Number(payeeTerms.withholdingBp),
    basis: write(basis > 0n ? basis : 0n),
    withheld: write(withholding),
    treatyArticle: input.tax?.treatyArticle ?? null,
    formId: input.tax?.formId ?? null,
    formDate: input.tax?.formDate ?? null,
  };
}

/** The exchange into the payout currency, in which its amounts are. */
export function fxOf({ input }: Scene): RecordFx | null {
  const { fx } = input;
  if (fx === null) return null;
  const write = amountsIn(fx.payoutCurrency);
  return {
    quoteId: fx.quoteId,
    source: fx.source,
    at: fx.at.toISOString(),
    midRate: fx.midRate,
    appliedRate: fx.appliedRate,
    spread: write(fx.spread),
    sent: write(fx.sent),
    kept: write(fx.kept),
  };
}

/** Events that were left out, or counted otherwise than they say. */
export function unmatchedOf({ result, write }: Scene): RecordUnmatched[] {
  return result.unmatched.map(({ event, reason }) => ({
    event: event.id,
    day: event.day,
    item: event.item,
    type: event.type,
    gross: write(event.type === "sale" ? event.gross : -event.gross),
    reason,
  }));
}
