import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
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

const compactAfterBytes = 32 * 1024 * 1024;

/**
 * State on disk: `snapshot.jsonl` plus `journal.jsonl`, one line per transaction, written before the request is
 * answered. A write that has reached the kernel survives the death of the process, so an acknowledged request
 * survives kill -9; a torn last line belongs to a request nobody was answered, and is cut off.
 */
export class DiskJournal implements Journal {
  readonly #folder: string;
  readonly #dump: () => JournalEntry[];
  #fd: number;
  #bytes: number;
  #seq: number;

  private constructor(folder: string, fd: number, bytes: number, seq: number, dump: () => JournalEntry[]) {
    this.#folder = folder;
    this.#fd = fd;
    this.#bytes = bytes;
    this.#seq = seq;
    this.#dump = dump;
  }

  /** Opens the state folder, hands every stored entry to `replay` in order, and goes on writing after them. */
  static open(
    folder: string,
    replay: (entry: JournalEntry) => void,
    dump: () => JournalEntry[],
  ): DiskJournal {
    mkdirSync(folder, { recursive: true });
    let seq = 0;
    for (const entry of readEntries(join(folder, "snapshot.jsonl")).entries) {
      replay(entry);
      seq = Math.max(seq, entry.seq);
    }
    const snapshotSeq = seq;
    const journal = readEntries(join(folder, "journal.jsonl"));
    for (const entry of journal.entries) {
      // A crash between writing the snapshot and emptying the journal leaves entries the snapshot already holds.
      if (entry.seq <= snapshotSeq) continue;
      replay(entry);
      seq = Math.max(seq, entry.seq);
    }
    const fd = openSync(join(folder, "journal.jsonl"), "a");
    ftruncateSync(fd, journal.bytes);
    return new DiskJournal(folder, fd, journal.bytes, seq, dump);
  }

  append(platform: string, writes: Write[], replace = false): void {
    this.#seq += 1;
    const entry: JournalEntry = { seq: this.#seq, platform, writes };
    if (replace) entry.replace = true;
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    writeFully(this.#fd, line);
    this.#bytes += line.length;
    if (this.#bytes > compactAfterBytes) this.#compact();
  }

  close(): void {
    closeSync(this.#fd);
  }

  #compact(): void {
    const target = join(this.#folder, "snapshot.jsonl");
    const lines = this.#dump().map((entry) => `${JSON.stringify({ ...entry, seq: this.#seq })}\n`);
    writeFileSync(`${target}.tmp`, lines.join(""));
    renameSync(`${target}.tmp`, target);
    ftruncateSync(this.#fd, 0);
    this.#bytes = 0;
  }
}

function writeFully(fd: number, line: Buffer): void {
  let written = 0;
  while (written < line.length) written += writeSync(fd, line, written);
}

/** The whole lines of a file, and how many bytes they take; what follows the last whole line is ignored. */
function readEntries(file: string): { entries: JournalEntry[]; bytes: number } {
  if (!existsSync(file)) return { entries: [], bytes: 0 };
  const content = readFileSync(file);
  const end = content.lastIndexOf(0x0a) + 1;
  const lines = content.subarray(0, end).toString("utf8").split("\n").slice(0, -1);
  // The file is written by this class alone.
  return { entries: lines.map((line) => JSON.parse(line) as JournalEntry), bytes: end };
}
