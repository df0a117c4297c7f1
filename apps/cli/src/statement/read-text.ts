import { readFileSync } from "node:fs";
import type { Fault } from "@evenshare/domain";

const lineFeed = 0x0a;

/** The text of a UTF-8 file, or why it cannot be read; every line that is not UTF-8 is told. */
export function readText(name: string): { readonly text: string } | { readonly faults: readonly Fault[] } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(name);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return { faults: [{ file: name, line: 1, field: "file", what: `cannot be read (${reason})` }] };
  }
  const text = decode(bytes);
  if (text !== undefined) return { text };
  const faults = splitLines(bytes).flatMap((line, index) =>
    decode(line) === undefined ? [{ file: name, line: index + 1, field: "file", what: "is not UTF-8" }] : [],
  );
  return { faults };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...lines, bytes.subarray(start)];
}
