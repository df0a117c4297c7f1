import type { RecordAmount } from "@evenshare/domain";
import { groupedDecimal } from "../text-of-figures";

/** A part of a statement under a heading. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** Kept on one page where it is short enough for that. */
  readonly together: boolean;
  /** Needs half of the width only, so that two of them can stand beside each other. */
  readonly half: boolean;
}

export type Block = TextBlock | FactsBlock | TableBlock;

export interface TextBlock {
  readonly form: "text";
  readonly text: string;
}

/** Terms and what is to say of each. */
export interface FactsBlock {
  readonly form: "facts";
  readonly rows: readonly (readonly [term: string, value: string])[];
}

export interface TableBlock {
  readonly form: "table";
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Set smaller, for tables of many columns. */
  readonly dense: boolean;
}

export interface Column {
  readonly label: string;
  /** Figures stand at the end of their column. */
  readonly figures: boolean;
  /** Takes the room that the others leave. */
  readonly wide: boolean;
  /** Explains the others: never set apart, not even in a sum. */
  readonly quiet: boolean;
}

export interface Row {
  /** A sum is set apart, and its label says that it is one. */
  readonly sum: boolean;
  readonly cells: readonly string[];
}

/** What fits on one page without looking lost at its end, in rows and in characters. */
const shortRows = 18;
const shortText = 2_500;

export function section(heading: string, ...blocks: readonly Block[]): Section {
  const rows = blocks.reduce((count, block) => count + (block.form === "text" ? 2 : block.rows.length), 0);
  const together = rows <= shortRows && JSON.stringify(blocks).length <= shortText + rows * 80;
  return { heading, blocks, together, half: false };
}

/** A section for half of the width, as long as it is short. */
export function halfSection(heading: string, ...blocks: readonly Block[]): Section {
  const whole = section(heading, ...blocks);
  return { ...whole, half: whole.together };
}

/** Puts halves that follow each other into pairs; each of the others stands alone. */
export function inPairs(sections: readonly Section[]): (readonly Section[])[] {
  const groups: Section[][] = [];
  for (const one of sections) {
    const last = groups.at(-1);
    if (one.half && last?.length === 1 && last[0]?.half === true) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

export function text(words: string): TextBlock {
  return { form: "text", text: words };
}

export function facts(...rows: FactsBlock["rows"]): FactsBlock {
  return { form: "facts", rows };
}

export function table(
  columns: readonly Column[],
  rows: readonly Row[],
  { dense = false }: { readonly dense?: boolean } = {},
): TableBlock {
  return { form: "table", columns, rows, dense };
}

/** A column of words that takes the room left over. */
export function wide(label: string): Column {
  return { label, figures: false, wide: true, quiet: false };
}

/** A column of words as narrow as they are. */
export function narrow(label: string): Column {
  return { label, figures: false, wide: false, quiet: false };
}

/** A column that explains the others. */
export function quiet(label: string): Column {
  return { label, figures: false, wide: false, quiet: true };
}

export function figures(label: string): Column {
  return { label, figures: true, wide: false, quiet: false };
}

export function row(...cells: readonly string[]): Row {
  return { sum: false, cells };
}

export function sumRow(...cells: readonly string[]): Row {
  return { sum: true, cells };
}

/** An amount in the statement's currency, which the page names once. */
export function amount({ decimal }: RecordAmount): string {
  return groupedDecimal(decimal);
}
