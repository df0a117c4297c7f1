import type { ComparedFigure, ProofRow, StatementRecord } from "@evenshare/domain";
import { amount, figures, halfSection, row, type Section, section, sumRow, table, text, wide } from "./block";

const comparedLabels: Readonly<Record<ComparedFigure, string>> = {
  netRevenue: "Net revenue",
  share: "Your share",
  topUp: "Top-up to the floor",
  heldBack: "Held back",
  recouped: "Recouped",
  payable: "Payable",
};

/** What is different from the period before; a statement without one, or without news, says so. */
export function changes({ changes: { since, figures: compared, notes } }: StatementRecord): Section {
  const said = notes.map(text);
  if (since === null)
    return section("What changed since last period", text("This is the first period."), ...said);
  return section(
    "What changed since last period",
    table(
      [wide("Figure"), figures(since), figures("This period"), figures("Difference")],
      compared.map(({ figure, before, now, difference }) =>
        row(comparedLabels[figure], amount(before), amount(now), amount(difference)),
      ),
    ),
    ...said,
  );
}

const proofLabels: Readonly<Record<ProofRow["code"], string>> = {
  opening: "Opening balance",
  earned: "Earned: your share",
  "top-up": "Top-up to the floor",
  "reserve-taken": "Reserve taken",
  "reserve-released": "Reserve released",
  recouped: "Recouped from the advance",
  adjustments: "Adjustments",
  fees: "Platform fee",
  withholding: "Withholding tax",
  paid: "Paid with this statement",
  closing: "Closing balance: all rows added",
};

/** The payable balance from opening to closing, and the three balances beside each other. */
export function balanceProof({ identity, proof, balances }: StatementRecord): Section[] {
  const currency = identity.currency.code;
  const three = [
    ["Payable balance", balances.payable],
    ["Unrecouped advance", balances.unrecoupedAdvance],
    ["Reserve held", balances.reserveHeld],
  ] as const;
  return [
    halfSection(
      "Balance proof",
      table(
        [wide("The payable balance"), figures(currency)],
        proof.map(({ code, amount: value }) =>
          (code === "closing" ? sumRow : row)(proofLabels[code], amount(value)),
        ),
      ),
    ),
    halfSection(
      "Three balances",
      table(
        [wide("Each on its own"), figures("Opening"), figures("Closing")],
        three.map(([label, { opening, closing }]) => row(label, amount(opening), amount(closing))),
      ),
      text("What closes here opens the next statement."),
    ),
  ];
}
