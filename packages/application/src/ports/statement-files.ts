import type { StatementRecord } from "@evenshare/domain";

/** A statement as files. All of them are written from its record: the same record gives the same bytes. */
export interface StatementFiles {
  /** The canonical record; in UTF-8 it is what `sha256` is of, in hexadecimal. */
  readonly json: string;
  readonly sha256: string;
  readonly linesCsv: string;
  readonly balanceCsv: string;
  readonly pdf: Uint8Array;
}

export type DrawStatement = (record: StatementRecord) => StatementFiles;
