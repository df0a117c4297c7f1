import type { StatementRecord } from "./record";

/**
 * Reads a record back that {@link canonicalJson} wrote. Its bytes are guarded by their hash, so only what it says it is is
 * looked at.
 *
 * @throws SyntaxError or TypeError when the text is no record of a version that is known here.
 */
export function readStatementRecord(text: string): StatementRecord {
  const value: unknown = JSON.parse(text);
  if (!isStatementRecord(value)) throw new TypeError("this is no record of a statement");
  return value;
}

function isStatementRecord(value: unknown): value is StatementRecord {
  return (
    typeof value === "object" &&
    value !== null &&
    "schema" in value &&
    value.schema === "evenshare.statement" &&
    "schemaVersion" in value &&
    value.schemaVersion === 1
  );
}
