/** What is wrong with a file of terms or events. */
export interface Fault {
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
  /** The column, or the path of a key: `share.tiers[1].upTo`. */
  readonly field: string;
  readonly what: string;
}

/** `file:line: field: what is wrong`. */
export function describeFault({ file, line, field, what }: Fault): string {
  return `${file}:${line}: ${field}: ${what}`;
}
