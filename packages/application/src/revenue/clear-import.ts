import type { OperationOutcome } from "@evenshare/database";
import type { Deps } from "../deps";

const linesAtOnce = 10_000;

/** Takes the lines of an import that does not count any more out of the way, so that a better file may bring them. */
export async function clearImport(
  deps: Deps,
  organizationId: string,
  importId: string,
): Promise<OperationOutcome> {
  while ((await deps.database.clearRevenue(organizationId, importId, linesAtOnce)) > 0);
  return { kind: "done" };
}
