import { createHash } from "node:crypto";
import type { DrawStatement } from "@evenshare/application";
import { balanceCsv, canonicalJson, linesCsv } from "@evenshare/domain";
import { statementWords } from "./statement/statement-words";
import { openTypesetter } from "./typesetter";

/**
 * Opens the fonts once. All files of a statement come from its record alone, so that their totals agree and the same
 * record gives the same bytes: nothing is fetched, nothing depends on the clock.
 */
export function createStatementFiles(): DrawStatement {
  const typeset = openTypesetter("statement.typ");
  return (record) => {
    const json = canonicalJson(record);
    const sha256 = createHash("sha256").update(json, "utf8").digest("hex");
    return {
      json,
      sha256,
      linesCsv: linesCsv(record),
      balanceCsv: balanceCsv(record),
      pdf: typeset(statementWords(record, sha256), new Date(record.identity.period.cutOff)),
    };
  };
}
