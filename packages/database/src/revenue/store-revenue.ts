import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { RevenueLine } from "@evenshare/domain";
import { from as copyFrom } from "pg-copy-streams";
import type { Connections } from "../connection/open";
import { inTransaction } from "../connection/tenant";

/** A row of a file that became a sale or a return. `position` counts the rows behind the header from 1. */
export interface PlacedLine {
  readonly position: number;
  /** Its row in the file, for whoever looks it up. */
  readonly line: number;
  readonly facts: RevenueLine;
}

export interface PlacedFault {
  readonly position: number;
  readonly line: number;
  readonly column: string;
  readonly what: string;
}

/** The next rows of a file, and how far it is read with them. */
export interface RevenueBatch {
  /** How many rows were read before these; when somebody else has read on, nothing is stored. */
  readonly rowsBefore: number;
  readonly bytesRead: number;
  readonly rows: number;
  readonly skipped: number;
  /** Rows with faults; a row may have several. */
  readonly faulty: number;
  readonly lines: readonly PlacedLine[];
  readonly faults: readonly PlacedFault[];
}

const stage = `create temp table if not exists revenue_stage (
  position int, line int, event_id text, occurred_at timestamptz, type text, item text, quantity bigint, gross bigint,
  tax bigint, fees bigint, shipping bigint, currency text, original_id text, description text) on commit delete rows`;

/**
 * Stores rows of an import and its progress in one transaction, by way of COPY into a table of the session. The same rows
 * again change nothing. Answers false when the import is not being read any more, or not from here.
 */
export async function storeRevenue(
  { app }: Connections,
  organizationId: string,
  importId: string,
  { lines, ...batch }: RevenueBatch,
): Promise<boolean> {
  return inTransaction(app, async (client) => {
    await client.query("select set_config('app.organization_id', $1, true)", [organizationId]);
    await client.query(stage);
    if (lines.length > 0)
      await pipeline(Readable.from(copyText(lines)), client.query(copyFrom("copy revenue_stage from stdin")));
    const { rows } = await client.query<{ stored: boolean }>("select app.store_revenue($1, $2) as stored", [
      importId,
      JSON.stringify(batch),
    ]);
    const stored = rows[0]?.stored ?? false;
    return { commit: stored, value: stored };
  });
}

/** Ends the reading: all of its lines count from now on, or, with a problem, none ever. False when it had ended before. */
export async function finishRevenue(
  { app }: Connections,
  organizationId: string,
  importId: string,
  problem: string | null,
  now: Date,
): Promise<boolean> {
  return inTransaction(app, async (client) => {
    await client.query("select set_config('app.organization_id', $1, true)", [organizationId]);
    const { rows } = await client.query<{ finished: boolean }>(
      "select app.finish_revenue($1, $2, $3, $4) as finished",
      [importId, problem === null ? "done" : "failed", problem, now.toISOString()],
    );
    return { commit: true, value: rows[0]?.finished ?? false };
  });
}

/** Takes out lines of an import that does not count any more, some at a time. Answers how many. */
export async function clearRevenue(
  { app }: Connections,
  organizationId: string,
  importId: string,
  most: number,
): Promise<number> {
  return inTransaction(app, async (client) => {
    await client.query("select set_config('app.organization_id', $1, true)", [organizationId]);
    const { rows } = await client.query<{ cleared: number }>("select app.clear_revenue($1, $2) as cleared", [
      importId,
      most,
    ]);
    return { commit: true, value: rows[0]?.cleared ?? 0 };
  });
}

const rowsPerPart = 500;

/** PostgreSQL's text format for COPY: a line for each row, a tab between its values. */
function* copyText(lines: readonly PlacedLine[]): Generator<string> {
  for (let start = 0; start < lines.length; start += rowsPerPart)
    yield lines
      .slice(start, start + rowsPerPart)
      .map(copyRow)
      .join("");
}

function copyRow({ position, line, facts }: PlacedLine): string {
  const values = [
    position,
    line,
    facts.eventId,
    instantText(facts.at),
    facts.type,
    facts.item,
    facts.quantity,
    facts.gross,
    facts.tax,
    facts.fees,
    facts.shipping,
    facts.currency,
    facts.originalId,
    facts.description,
  ];
  return `${values.map(copyValue).join("\t")}\n`;
}

function copyValue(value: string | number | bigint | null): string {
  if (value === null) return "\\N";
  if (typeof value !== "string") return value.toString();
  return value.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function instantText({ seconds, decimals }: RevenueLine["at"]): string {
  const whole = new Date(seconds * 1_000).toISOString().slice(0, 19);
  return decimals === "" ? `${whole}Z` : `${whole}.${decimals}Z`;
}
