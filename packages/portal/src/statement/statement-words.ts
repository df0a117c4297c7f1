import {
  type ComparedFigure,
  type ProofRow,
  type RecordUnmatched,
  type StepCode,
  stepNames,
} from "@evenshare/domain";
import type { StatusTone } from "@evenshare/ui";
import type { Voice } from "./voice";

/** What to call a step between receipts and payment. */
export function stepWords(code: StepCode, { share }: Voice): string {
  return code === "share" ? share : stepNames[code];
}

export const proofWords: Readonly<Record<ProofRow["code"], string>> = {
  opening: "Opening balance",
  earned: "Earned share",
  "top-up": "Top-up to the floor",
  "reserve-taken": "Reserve taken",
  "reserve-released": "Reserve released",
  recouped: "Recouped from the advance",
  adjustments: "Adjustments",
  fees: "Platform fee",
  withholding: "Withholding tax",
  paid: "Paid with this statement",
  closing: "Closing balance",
};

export function comparedWords(figure: ComparedFigure, { share }: Voice): string {
  return figure === "share" ? share : compared[figure];
}

const compared: Readonly<Record<Exclude<ComparedFigure, "share">, string>> = {
  netRevenue: "Net revenue",
  topUp: "Top-up to the floor",
  heldBack: "Held back",
  recouped: "Recouped",
  payable: "Payable",
};

export const unmatchedWords: Readonly<Record<RecordUnmatched["reason"], string>> = {
  "outside-term": "outside the term, not counted",
  "original-unknown": "original unknown, counted as a return on its own",
  "return-exceeds-original": "more than was sold, not counted",
};

/** What became of an issued statement's money. */
export function outcomeWords(payable: bigint): { readonly word: string; readonly tone: StatusTone } {
  return payable > 0n ? { word: "Payable", tone: "active" } : { word: "Carried over", tone: "neutral" };
}

/** @example counted(2, "line") // "2 lines" */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** A period by its name as people say it: "December 2026" for 2026-12, "Q1 2027" for 2027-Q1. */
export function periodTitle(name: string, locale: string): string {
  if (/^\d{4}-\d{2}$/.test(name)) {
    const format = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
    return format.format(new Date(`${name}-01`));
  }
  const [year = "", part] = name.split("-");
  return part === undefined ? year : `${part} ${year}`;
}
