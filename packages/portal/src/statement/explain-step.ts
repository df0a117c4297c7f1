import type { RecordAmount, StatementRecord, StepCode } from "@evenshare/domain";
import { counted, stepWords } from "./statement-words";
import type { PartProps } from "./voice";

/** How an amount was found: the rule in words, and what went into it. */
export interface Explanation {
  readonly rule: string;
  readonly inputs: readonly (readonly [label: string, value: RecordAmount | string])[];
}

/** What the explanations are written with. */
export interface Explaining extends PartProps {
  /** Writes basis points in the reader's locale. */
  readonly rate: (basisPoints: number) => string;
}

/** How the amount of a step was found. */
export function explainStep(code: StepCode, explaining: Explaining): Explanation {
  return explanations[code](explaining);
}

type Explain = (explaining: Explaining) => Explanation;

const explanations: Readonly<Record<StepCode, Explain>> = {
  gross: ({ record }) => ({
    rule: "All sales of the period, added up as they were paid.",
    inputs: [["Counted", counted(linesOf(record, "sale"), "sale")]],
  }),
  returns: ({ record }) => ({
    rule: "All returns of the period, added up and taken off.",
    inputs: [["Counted", counted(linesOf(record, "return"), "return")]],
  }),
  deductions: ({ record: { deductions } }) => ({
    rule: "Only what the agreement lists is taken off. Anything else that was reported is named here and left in.",
    inputs: deductions.map(({ kind, allowed, amount }) => [
      `${deductionNames[kind]}, ${allowed ? "taken off" : "not on the list, not taken off"}`,
      amount,
    ]),
  }),
  net: (explaining) => ({
    rule: "Gross receipts, returns and deductions added up.",
    inputs: stepsOf(explaining, "gross", "returns", "deductions"),
  }),
  share: explainShare,
  "top-up": ({ record: { floor }, voice }) =>
    floor === null
      ? { rule: "No floor counts in this period.", inputs: [] }
      : {
          rule: "The floor of the period less the share, when that is more than nothing.",
          inputs: [
            ["Floor of this period", floor.floor],
            [voice.share, floor.share],
          ],
        },
  "reserve-taken": ({ record: { reserve, summary }, voice, rate }) =>
    reserve === null || reserve.rateBp === 0
      ? { rule: "No reserve was agreed.", inputs: [] }
      : {
          rule: "The agreed part of a positive share is held back; never of a negative one, never of a top-up.",
          inputs: [
            ["Part held back", rate(reserve.rateBp)],
            [voice.share, summary.share],
          ],
        },
  "reserve-released": ({ record: { reserve }, rate }) =>
    reserve === null
      ? { rule: "No reserve was agreed.", inputs: [] }
      : {
          rule: "What was held back in earlier periods comes back by its schedule; Reserve ageing below has each.",
          inputs: [["Released in the periods that follow", reserve.releaseBp.map(rate).join(", ") || "none"]],
        },
  recouped: ({ record: { advance }, rate }) =>
    advance === null
      ? { rule: "No advance was agreed.", inputs: [] }
      : {
          rule: "The agreed part of what is available, but no more than what is still unrecouped.",
          inputs: [
            ["Available: share, top-up and releases less reserve taken", advance.available],
            ["Part recouped", rate(advance.rateBp)],
            ["Unrecouped before", advance.opening],
          ],
        },
  adjustments: ({ record: { adjustments } }) => ({
    rule: adjustments.length === 0 ? "There are none in this period." : "Each as it was agreed, added up.",
    inputs: adjustments.map(({ code, text, amount }) => [`${text} (${code})`, amount]),
  }),
  due: (explaining) => ({
    rule: "Everything from the share on, added up.",
    inputs: stepsOf(
      explaining,
      "share",
      "top-up",
      "reserve-taken",
      "reserve-released",
      "recouped",
      "adjustments",
    ),
  }),
  "negative-offset": ({ record, rate, voice }) => ({
    rule: "A negative balance from before is made up for, with no more than the agreed part of what is due.",
    inputs: [
      ["Opening balance", record.balances.payable.opening],
      ["At most", `${rate(record.rates.negativeOffsetCapBp)} of what is due`],
      ...stepsOf({ record, voice }, "due"),
    ],
  }),
  "platform-fee": (explaining) => ofDue(explaining, explaining.record.rates.platformFeeBp),
  withholding: (explaining) => ofDue(explaining, explaining.record.rates.withholdingBp),
  "net-due": (explaining) => ({
    rule: "What is due, with offset, fee and tax taken off.",
    inputs: stepsOf(explaining, "due", "negative-offset", "platform-fee", "withholding"),
  }),
  payable: (explaining) => ({
    rule: "Net due and what was carried over before, if together they reach the smallest payout.",
    inputs: [
      ...stepsOf(explaining, "net-due"),
      ...carriedBefore(explaining.record),
      ["Smallest payout", explaining.record.outcome.minimumPayout],
    ],
  }),
  "carried-over": ({ record: { outcome } }) => ({
    rule: "What is not payable now goes into the next statement.",
    inputs: [
      ["Smallest payout", outcome.minimumPayout],
      ...(outcome.expectedPeriod === null
        ? []
        : [["Can be paid at the earliest with", outcome.expectedPeriod] as const]),
    ],
  }),
};

export const deductionNames: Readonly<Record<StatementRecord["deductions"][number]["kind"], string>> = {
  tax: "Taxes",
  fees: "Payment fees",
  shipping: "Shipping",
};

function linesOf({ lines }: StatementRecord, wanted: "sale" | "return"): number {
  return lines.filter(({ type }) => type === wanted).length;
}

function stepsOf({ record, voice }: PartProps, ...wanted: readonly StepCode[]): Explanation["inputs"] {
  return record.steps
    .filter(({ code }) => wanted.includes(code))
    .map(({ code, amount }) => [stepWords(code, voice), amount]);
}

/** A negative balance is made up for in a step of its own. */
function carriedBefore({ balances: { payable } }: StatementRecord): Explanation["inputs"] {
  return BigInt(payable.opening.minor) > 0n ? [["Carried over before", payable.opening]] : [];
}

function explainShare({ record: { tierPosition, summary }, rate }: Explaining): Explanation {
  const { method, tiers, before, after } = tierPosition;
  const ladder = tiers.length > 1;
  const rule =
    method === "retroactive" && ladder
      ? "The rate of the tier that is reached is paid on the whole base, less what it had earned before. "
      : `${ladder ? "Each tier's rate is paid on the net revenue that lies in it" : "The agreed rate is paid on net revenue"}. `;
  return {
    rule: `${rule}It is rounded once for the period, so that the shares of all parties add up to net revenue.`,
    inputs: [
      ["Net revenue", summary.netRevenue],
      ...tiers.map(({ tier, rateBp }) => [ladder ? `Rate of tier ${tier}` : "Rate", rate(rateBp)] as const),
      ...(ladder ? [["Base before", before] as const, ["Base after", after] as const] : []),
    ],
  };
}

function ofDue(explaining: Explaining, basisPoints: number): Explanation {
  if (basisPoints === 0) return { rule: "None was agreed.", inputs: [] };
  return {
    rule: "The agreed part of what is due after the offset.",
    inputs: [["Rate", explaining.rate(basisPoints)], ...stepsOf(explaining, "due", "negative-offset")],
  };
}
