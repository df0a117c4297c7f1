/** Why bytes are no text: on which line, the first being 1. */
export interface EncodingProblem {
  readonly line: number;
  readonly what: string;
}

const lineFeed = 0x0a;

/** Turns the bytes of a file that comes in parts into text. Nothing is replaced: what is not UTF-8 is told, with its line. */
export class Utf8Reader {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  #lines = 1;
  #begun = false;

  /** The text of the next bytes, or why there is none; after a problem nothing more is read. */
  read(bytes: Uint8Array): string | EncodingProblem {
    if (!this.#begun && isUtf16(bytes)) return { line: 1, what: "is UTF-16: save the file as UTF-8" };
    this.#begun = true;
    try {
      const text = this.#decoder.decode(bytes, { stream: true });
      this.#lines += countLineFeeds(bytes);
      return text;
    } catch {
      return { line: this.#lines + badLineIn(bytes), what: notUtf8 };
    }
  }

  /** The text that the end of the file completes; a problem when it ends inside a character. */
  end(): string | EncodingProblem {
    try {
      return this.#decoder.decode();
    } catch {
      return { line: this.#lines, what: notUtf8 };
    }
  }
}

const notUtf8 = "is not UTF-8: save the file as UTF-8";

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function countLineFeeds(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}

/** Which line of bytes that hold a bad one, the first being 0. The last one may be cut off and is taken when no other is bad. */
function badLineIn(bytes: Uint8Array): number {
  let line = 0;
  let start = firstWhole(bytes);
  for (let end = bytes.indexOf(lineFeed, start); end !== -1; end = bytes.indexOf(lineFeed, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
    line += 1;
  }
  return line;
}

/** Behind the bytes that end a character of the part before. */
function firstWhole(bytes: Uint8Array): number {
  const at = bytes.subarray(0, 4).findIndex((byte) => (byte & 0xc0) !== 0x80);
  return Math.max(at, 0);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
