import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Write } from "./store";

/** All writes of one transaction of one platform. */
export interface JournalEntry {
  seq: number;
  platform: string;
  writes: Write[];
  /** True when the platform was emptied first (reset, restored snapshot). */
  replace?: true;
}

export interface Journal {
  append(platform: string, writes: Write[], replace?: boolean): void;
  close(): void;
}

/** For tests that need no disk. */
export const memoryJournal: Journal = { append: () => {}, close: () => {} };

/** The journal is folded into the snapshot when it has outgrown both this and twice the snapshot. */
const compactAfterBytes = 32 * 1024 * 1024;
/** Rows per line of a snapshot, to keep lines of a size that can be read. */
const rowsPerLine = 500;

interface Opened {
  folder: string;
  fd: number;
  bytes: number;
  snapshotBytes: number;
  seq: number;
}

/**
 * State on disk: `snapshot.jsonl` plus `journal.jsonl`, one line per transaction, written before the request is
 * answered. A write that has reached the kernel survives the death of the process, so an acknowledged request
 * survives kill -9; a torn last line belongs to a request nobody was answered, and is cut off.
 */
export class DiskJournal implements Journal {
  readonly #at: Opened;
  readonly #dump: () => JournalEntry[];
  readonly #compactAfter: number;

  private constructor(at: Opened, dump: () => JournalEntry[], compactAfter: number) {
    this.#at = at;
    this.#dump = dump;
    this.#compactAfter = compactAfter;
  }

  /**
   * Opens the state folder, hands every stored entry to `replay` in order, and goes on writing after them.
   * `dump` gives the whole state when it is time for a new snapshot.
   */
  static open(
    folder: string,
    replay: (entry: JournalEntry) => void,
    dump: () => JournalEntry[],
    compactAfter = compactAfterBytes,
  ): DiskJournal {
    mkdirSync(folder, { recursive: true });
    const snapshot = readEntries(join(folder, "snapshot.jsonl"));
    const journal = readEntries(join(folder, "journal.jsonl"));
    for (const entry of snapshot.entries) replay(entry);
    const snapshotSeq = snapshot.entries.at(-1)?.seq ?? 0;
    // A crash between writing the snapshot and emptying the journal leaves entries the snapshot already holds.
    for (const entry of journal.entries) if (entry.seq > snapshotSeq) replay(entry);
    const fd = openSync(join(folder, "journal.jsonl"), "a");
    ftruncateSync(fd, journal.bytes);
    const seq = Math.max(snapshotSeq, journal.entries.at(-1)?.seq ?? 0);
    const opened = { folder, fd, bytes: journal.bytes, snapshotBytes: snapshot.bytes, seq };
    return new DiskJournal(opened, dump, compactAfter);
  }

  append(platform: string, writes: Write[], replace = false): void {
    this.#at.seq += 1;
    const entry: JournalEntry = { seq: this.#at.seq, platform, writes };
    if (replace) entry.replace = true;
    this.#at.bytes += writeLine(this.#at.fd, entry);
    if (this.#at.bytes > Math.max(this.#compactAfter, 2 * this.#at.snapshotBytes)) this.#compact();
  }

  close(): void {
    closeSync(this.#at.fd);
  }

  #compact(): void {
    const { folder, fd, seq } = this.#at;
    const target = join(folder, "snapshot.jsonl");
    const scratch = openSync(`${target}.tmp`, "w");
    const lines = this.#dump().flatMap(inLines);
    this.#at.snapshotBytes = lines.reduce((bytes, entry) => bytes + writeLine(scratch, { ...entry, seq }), 0);
    closeSync(scratch);
    renameSync(`${target}.tmp`, target);
    ftruncateSync(fd, 0);
    this.#at.bytes = 0;
  }
}

/** One entry as several of a readable size; the first of them empties the platform. */
function inLines(entry: JournalEntry): JournalEntry[] {
  const lines: JournalEntry[] = [{ ...entry, writes: entry.writes.slice(0, rowsPerLine) }];
  for (let at = rowsPerLine; at < entry.writes.length; at += rowsPerLine) {
    lines.push({
      seq: entry.seq,
      platform: entry.platform,
      writes: entry.writes.slice(at, at + rowsPerLine),
    });
  }
  return lines;
}

function writeLine(fd: number, entry: JournalEntry): number {
  const line = Buffer.from(`${JSON.stringify(entry)}\n`);
  let written = 0;
  while (written < line.length) written += writeSync(fd, line, written);
  return line.length;
}

/** The whole lines of a file, and how many bytes they take; what follows the last whole line is ignored. */
function readEntries(file: string): { entries: JournalEntry[]; bytes: number } {
  if (!existsSync(file)) return { entries: [], bytes: 0 };
  const content = readFileSync(file);
  const entries: JournalEntry[] = [];
  let start = 0;
  for (let end = content.indexOf(0x0a); end >= 0; end = content.indexOf(0x0a, start)) {
    // The file is written by this class alone.
    entries.push(JSON.parse(content.toString("utf8", start, end)) as JournalEntry);
    start = end + 1;
  }
  return { entries, bytes: start };
}
