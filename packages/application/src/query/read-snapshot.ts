import { readSnapshot, type TenantTransaction } from "@evenshare/database";
import { type MilestoneSnapshot, ok, type Result, refuse } from "@evenshare/domain";
import { z } from "zod";

const rows = z.array(z.object({ snapshot: z.unknown() }));

/** What a decision about the milestone would look at now, without a lock: for quotes. */
export async function findSnapshot(tx: TenantTransaction, id: string): Promise<Result<MilestoneSnapshot>> {
  const [row] = rows.parse(
    await tx.$queryRaw`select app.milestone_snapshot(m) as snapshot from milestone m where m.id = ${id}::uuid and m.partnership_id = any (app.my_partnerships())`,
  );
  return row === undefined ? refuse({ code: "milestone.not_found" }) : ok(readSnapshot(row.snapshot));
}
