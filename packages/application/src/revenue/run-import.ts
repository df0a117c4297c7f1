import type { ClaimedOperation, OperationOutcome, RevenueBatch } from "@evenshare/database";
import { type FileProblem, type FileRow, RevenueFileReader, revenueMappingSchema } from "@evenshare/domain";
import type { Deps } from "../deps";
import { clearImport } from "./clear-import";

/** Longer than storing one part of a file takes. */
const leaseSeconds = 60;

/**
 * Reads a file of sales and stores its rows part by part, each part together with how far it came: a worker that dies is
 * followed by one that goes on behind the last part. A file that cannot be read to its end fails as a whole.
 */
export async function runImport(
  deps: Deps,
  operation: ClaimedOperation,
  organizationId: string,
): Promise<OperationOutcome> {
  const { subjectId: importId } = operation;
  const begun = await deps.database.inTenant(organizationId, (tx) =>
    tx.revenueImport.findUnique({ where: { id: importId, organizationId } }),
  );
  if (begun === null || begun.status !== "reading") return { kind: "done" };
  const mapping = revenueMappingSchema.parse(begun.mapping);
  const reader = new RevenueFileReader(mapping.delimiter, mapping);
  let rowsBefore = begun.rowsRead;
  let bytesRead = 0;

  const fail = async ({ line, what }: FileProblem): Promise<OperationOutcome> => {
    const problem = `Line ${line} ${what}`;
    await deps.database.finishRevenue(organizationId, importId, problem, deps.clock.now());
    return clearImport(deps, organizationId, importId);
  };
  /** False when the import was taken back meanwhile, or somebody else reads it. */
  const store = async (rows: readonly FileRow[]): Promise<boolean> => {
    const fresh = rows.filter(({ position }) => position > rowsBefore);
    if (fresh.length === 0) return true;
    const batch = batchOf(fresh, rowsBefore, bytesRead);
    if (!(await deps.database.storeRevenue(organizationId, importId, batch))) return false;
    rowsBefore += fresh.length;
    return deps.database.renewLease(operation, leaseSeconds);
  };

  for await (const bytes of deps.database.readFileChunks(organizationId, begun.fileId)) {
    bytesRead += bytes.length;
    const rows = reader.read(bytes);
    if ("what" in rows) return fail(rows);
    if (!(await store(rows))) return { kind: "done" };
  }
  const rows = reader.end();
  if ("what" in rows) return fail(rows);
  if (!(await store(rows))) return { kind: "done" };
  await deps.database.finishRevenue(organizationId, importId, null, deps.clock.now());
  return { kind: "done" };
}

function batchOf(rows: readonly FileRow[], rowsBefore: number, bytesRead: number): RevenueBatch {
  const faulty = rows.filter(({ outcome }) => outcome?.kind === "faulty");
  return {
    rowsBefore,
    bytesRead,
    rows: rows.length,
    skipped: rows.filter(({ outcome }) => outcome?.kind === "skipped").length,
    faulty: faulty.length,
    lines: rows.flatMap(({ position, line, outcome }) =>
      outcome?.kind === "line" ? [{ position, line, facts: outcome.line }] : [],
    ),
    faults: faulty.flatMap(({ position, line, outcome }) =>
      outcome?.kind === "faulty" ? outcome.faults.map((fault) => ({ position, line, ...fault })) : [],
    ),
  };
}
