/** One line of the benchmarks. */
export interface BenchRow {
  /** The row of the targets, e.g. `P1`. */
  readonly id: string;
  readonly what: string;
  readonly ours: string;
  readonly anchor: string;
  /** Ours as a multiple of the anchor; null where a figure stands for itself. */
  readonly ratio: number | null;
  readonly target: string;
}

export function perSecond(rate: number): string {
  return `${rate.toFixed(0)}/s`;
}

/** The line as it is printed: name, ours, anchor, ratio, target. */
export function tellRow(row: BenchRow): string {
  return cellsOf(row).join("  ");
}

/** The line as a row of a table. */
export function tableRow(row: BenchRow): string {
  return `| ${cellsOf(row).join(" | ")} |`;
}

function cellsOf({ id, what, ours, anchor, ratio, target }: BenchRow): string[] {
  return [id, what, ours, anchor, ratio === null ? "" : `${ratio.toFixed(2)} ×`, target];
}
