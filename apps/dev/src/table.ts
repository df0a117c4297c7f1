/** A row of the table that `dev` prints: what it is, where it is. */
export type Row = readonly [what: string, where: string];

/** Aligned rows under a rule, in sections. */
export function formatTable(title: string, sections: readonly (readonly Row[])[]): string {
  const filled = sections.filter((rows) => rows.length > 0);
  const width = Math.max(...filled.flat().map(([what]) => what.length));
  const blocks = filled.map((rows) =>
    rows.map(([what, where]) => `  ${what.padEnd(width)}   ${where}`).join("\n"),
  );
  const rule = `  ${"─".repeat(
    Math.max(
      title.length,
      ...blocks
        .join("\n")
        .split("\n")
        .map((line) => line.length - 2),
    ),
  )}`;
  return ["", `  ${title}`, rule, blocks.join(`\n${rule}\n`), rule, ""].join("\n");
}
