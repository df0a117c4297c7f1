import {
  guessDelimiter,
  ok,
  type Result,
  RevenueFileReader,
  type RowOutcome,
  refuse,
  views,
} from "@evenshare/domain";
import type { z } from "zod";
import { authorizeReading, parseInput, type Verb } from "../verb";

const mostRows = 20;

/**
 * Looks at the beginning of an uploaded file: its columns, its first rows, and with a mapping what they would become.
 * Nothing is stored. Refused with `file.not_found`.
 */
export const inspectFile: Verb<z.input<typeof views.inspectRevenueInput>, views.InspectedRevenue> = async (
  deps,
  scope,
  raw,
): Promise<Result<views.InspectedRevenue>> => {
  const allowed = authorizeReading(scope, "revenue.import");
  if (!allowed.ok) return allowed;
  const input = parseInput(views.inspectRevenueInput, raw);
  if (!input.ok) return input;
  const { fileId, mapping = null } = input.value;
  const file = await deps.database.findFile(scope.organizationId, fileId);
  if (file === null) return refuse({ code: "file.not_found", field: "fileId" });

  const first = await deps.database.readFileChunks(scope.organizationId, fileId).next();
  const bytes = first.done ? new Uint8Array(0) : first.value;
  const isWhole = BigInt(bytes.length) === file.size;
  const delimiter = mapping?.delimiter ?? input.value.delimiter ?? guessDelimiter(beginningOf(bytes));
  const reader = new RevenueFileReader(delimiter, mapping);
  const read = reader.read(bytes);
  const last = isWhole && !("what" in read) ? reader.end() : [];
  const problem = "what" in read ? read : "what" in last ? last : null;
  const rows = "what" in read || "what" in last ? [] : [...read, ...last];
  return ok({
    delimiter,
    header: [...reader.header],
    problem,
    rows: rows.slice(0, mostRows).map(({ line, fields, outcome }) => ({
      line,
      fields: [...fields],
      outcome: outcome && describe(outcome),
    })),
  });
};

/** Enough to hold a header. */
function beginningOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 10_000));
}

function describe(outcome: RowOutcome): views.InspectedRevenue["rows"][number]["outcome"] {
  switch (outcome.kind) {
    case "skipped":
      return { kind: "skipped" };
    case "faulty":
      return { kind: "faulty", faults: outcome.faults.map((fault) => ({ ...fault })) };
    case "line": {
      const { at, ...facts } = outcome.line;
      return { kind: "line", facts: { ...facts, occurredAt: new Date(at.seconds * 1_000) } };
    }
  }
}
