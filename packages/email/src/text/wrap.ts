const width = 72;

/** Breaks a paragraph at spaces so that lines stay within 72 characters; a longer word keeps a line to itself. */
export function wrap(paragraph: string, indent = ""): string {
  return wrapLines(paragraph, width - indent.length)
    .map((line) => indent + line)
    .join("\n");
}

/** As {@link wrap}, as lines. Only plain spaces break: the space inside "KWD 1.500" does not. */
export function wrapLines(paragraph: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
