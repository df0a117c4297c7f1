/**
 * Text that people typed, made safe to stand in a mail: a name may hold markup, line breaks, direction overrides or
 * ten thousand characters, and must neither act nor deceive. Everything stays readable; nothing is silently dropped.
 */
export interface ShownName {
  /** The whole of it on one line, for the table of facts. */
  readonly full: string;
  /** At most {@link shortLength} characters, for subjects, headings and sentences. */
  readonly short: string;
}

const shortLength = 60;
const breaks = /\s*(?:\r\n|[\n\r\v\f\u0085\u2028\u2029])\s*/gu;
/** Invisible characters other than the joiners and tags that scripts and emoji need. */
const invisible = /(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}]/gu;
const loneSurrogate = /\p{Surrogate}/gu;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A name or title as it is shown. Line breaks become ↵, invisible and direction characters their code point. */
export function showName(text: string): ShownName {
  const line = showLine(text);
  return { full: isolate(line), short: isolate(trimTo(line, shortLength)) };
}

/**
 * One line of someone else's text with nothing in it that acts.
 *
 * @example showLine("Ada\r\nBcc: x") // "Ada ↵ Bcc: x"
 */
export function showLine(text: string): string {
  return text
    .trim()
    .replace(loneSurrogate, "\ufffd")
    .replace(breaks, " ↵ ")
    .replace(/\t/g, " ")
    .replace(invisible, describeCodePoint);
}

/** A note or reason of several lines, each safe by itself. Runs of empty lines become one. */
export function showPassage(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).map((line) => isolate(showLine(line)));
  return lines.filter((line, index) => line !== "" || (index > 0 && lines[index - 1] !== ""));
}

/** Cuts to `length` characters as people count them, at a space where one is near. */
export function trimTo(line: string, length: number): string {
  let kept = "";
  let count = 0;
  for (const { segment } of graphemes.segment(line)) {
    // A "character" may itself be built of thousands of combining marks.
    if (count === length || kept.length + segment.length > length * 8) return `${cutAtSpace(kept)}…`;
    kept += segment;
    count += 1;
  }
  return kept;
}

function cutAtSpace(text: string): string {
  const space = text.lastIndexOf(" ");
  return (space > text.length * 0.6 ? text.slice(0, space) : text).trimEnd();
}

function describeCodePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** Keeps right-to-left text from reordering the amounts and dates around it. */
function isolate(line: string): string {
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
}
