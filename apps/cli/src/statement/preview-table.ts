import type { StatementPreview, StatementRow } from "@evenshare/domain";

/** The figures of a statement in the order in which they follow from each other. */
const figures: readonly (keyof Omit<StatementRow, "tier">)[] = [
  "gross",
  "returns",
  "deductions",
  "net",
  "share",
  "topUp",
  "reserveTaken",
  "reserveReleased",
  "recouped",
  "adjustments",
  "due",
  "negativeOffset",
  "platformFee",
  "withholding",
  "netDue",
  "payable",
  "carriedOver",
  "openingPayable",
  "closingPayable",
  "unrecouped",
  "reserveHeld",
  "events",
  "returnEvents",
  "unmatchedEvents",
];

/** A preview for reading: one column for each statement, one line for each figure, and the unmatched events below. */
export function describePreview({ statements, unmatched }: StatementPreview): string {
  const head = ["", ...statements.map(({ period, party }) => `${period} ${party}`)];
  const lines = figures.map((figure) => [
    figure,
    ...statements.map((statement) => String(statement[figure])),
  ]);
  const tiers = [
    ["tier before", ...statements.map(({ tier }) => tier.before)],
    ["tier after", ...statements.map(({ tier }) => tier.after)],
  ];
  const table = align([head, ...lines, ...tiers]);
  const currency = statements[0] === undefined ? [] : [`Amounts in ${statements[0].currency}.`];
  const rest = unmatched.map(({ event_id, reason }) => `  ${event_id}: ${reason}`);
  return [...currency, ...table, ...(rest.length === 0 ? [] : ["", "Not counted as written:", ...rest])].join(
    "\n",
  );
}

function align(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart((widths[column] ?? 0) + 2),
      )
      .join("")
      .trimEnd(),
  );
}
