import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync } from "node:fs";
import { readFile, truncate } from "node:fs/promises";
import { dirname } from "node:path";
import superjson, { type SuperJSONResult } from "superjson";

/**
 * What a seed has done so far, kept line by line, so that one that was killed goes on where it stopped: what is
 * written is not done again, and what was under way is repeated with the same contents under the same command key.
 */
export interface Journal {
  readonly isFinished: boolean;
  /** Runs what makes a value once and remembers it. */
  remember<T>(name: string, make: () => Promise<T> | T): Promise<T>;
  finish(): void;
}

/** Before the first line: nothing was seeded. */
export async function openJournal(file: string): Promise<Journal> {
  const text = await readFile(file, "utf8").catch(() => "");
  // The last line may be half a line: its step was under way.
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole !== text) await truncate(file, Buffer.byteLength(whole));
  const known = readLines(whole);
  const write = (line: object) => {
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
  return {
    isFinished: known.has(finished),
    async remember(name, make) {
      const before = known.get(name);
      if (before !== undefined) return superjson.deserialize(before);
      const value = await make();
      write({ name, value: superjson.serialize(value) });
      return value;
    },
    finish: () => write({ name: finished, value: superjson.serialize(true) }),
  };
}

/** The command key of a step: a UUID (version 8, our own derivation) that follows from its name. */
export function commandKeyOf(name: string): string {
  const bytes = createHash("sha256").update(`demo:${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const finished = "finished";

function readLines(text: string): Map<string, SuperJSONResult> {
  const lines = text.split("\n").slice(0, -1);
  return new Map(
    lines.map((line): [string, SuperJSONResult] => {
      const { name, value } = JSON.parse(line);
      return [name, value];
    }),
  );
}
