import { type StatementRecord, type StepCode, stepNames } from "@evenshare/domain";
import { percentText } from "../text-of-figures";
import { amount, figures, narrow, quiet, row, type Section, section, sumRow, table, wide } from "./block";

/** Every step from receipts to payment in its fixed order, with how it was found. */
export function waterfall(record: StatementRecord): Section {
  return section(
    "From receipts to payment",
    table(
      [narrow("Step"), wide("What"), quiet("How it is found"), figures(record.identity.currency.code)],
      record.steps.map(({ step, code, role, amount: value }) =>
        (role === "result" ? sumRow : row)(
          String(step),
          stepNames[code],
          explanations[code](record),
          amount(value),
        ),
      ),
    ),
  );
}

const explanations: Readonly<Record<StepCode, (record: StatementRecord) => string>> = {
  gross: ({ lines }) => counted(lines.filter(({ type }) => type === "sale").length, "sale"),
  returns: ({ lines }) => counted(lines.filter(({ type }) => type === "return").length, "return"),
  deductions: describeDeductions,
  net: () => "1 to 3 added up",
  share: describeShare,
  "top-up": ({ floor }) =>
    floor === null ? "no floor in this period" : `floor ${amount(floor.floor)} less your share, if positive`,
  "reserve-taken": ({ reserve }) =>
    reserve === null || reserve.rateBp === 0
      ? "no reserve agreed"
      : `${percentText(reserve.rateBp)} of a positive share`,
  "reserve-released": ({ reserve }) =>
    reserve === null ? "no reserve agreed" : "by schedule, see Reserve ageing",
  recouped: ({ advance }) =>
    advance === null
      ? "no advance agreed"
      : `${percentText(advance.rateBp)} of ${amount(advance.available)}, at most ${amount(advance.opening)}`,
  adjustments: ({ adjustments }) => counted(adjustments.length, "adjustment"),
  due: () => "5 to 9 added up",
  "negative-offset": ({ balances, rates }) =>
    balances.payable.opening.minor.startsWith("-")
      ? `at most ${percentText(rates.negativeOffsetCapBp)} of what is due`
      : "nothing to offset",
  "platform-fee": ({ rates }) =>
    rates.platformFeeBp === 0 ? "none borne by you" : `${percentText(rates.platformFeeBp)} after step 10`,
  withholding: ({ rates }) =>
    rates.withholdingBp === 0 ? "none" : `${percentText(rates.withholdingBp)} after step 10`,
  "net-due": () => "due, with 10 to 12 added",
  payable: ({ outcome }) => `net due and what was carried, from ${amount(outcome.minimumPayout)}`,
  "carried-over": () => "what is not payable now",
};

function describeDeductions({ deductions }: StatementRecord): string {
  const allowed = deductions.filter((deduction) => deduction.allowed);
  if (allowed.length === 0) return "none agreed";
  return allowed.map(({ kind, amount: value }) => `${kind} ${amount(value)}`).join(", ");
}

function describeShare({ tierPosition }: StatementRecord): string {
  const rates = [...new Set(tierPosition.tiers.map(({ rateBp }) => percentText(rateBp)))];
  const [first = "", last = first] = [rates[0], rates.at(-1)];
  return rates.length === 1 ? `${first} of net revenue` : `${first} to ${last} by tier, see Tier position`;
}

/** @example counted(1, "sale") // "1 sale" */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
