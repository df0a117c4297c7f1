/**
 * Text for a header: on one line, and with nothing in it that a reader would decode. `=?utf-8?B?…?=` in a name is
 * plain letters to us and an encoded word to a mail reader; a joiner, which shows nothing, keeps it letters.
 */
export function headerText(line: string): string {
  return line.replaceAll(/[\r\n]+/g, " ").replaceAll("=?", "=\u200c?");
}
