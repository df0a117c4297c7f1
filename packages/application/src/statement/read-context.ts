import type { TenantTransaction } from "@evenshare/database";
import { ok, type Result } from "@evenshare/domain";
import { z } from "zod";
import type { LoadedShare } from "../share/load-share";
import { loadRun } from "./load-run";
import type { RecordContext } from "./write-record";

const contacts = z.array(z.object({ name: z.string(), email: z.string() }));

/** Everything that statements of an agreement's open period are written from, as it is at `now`. */
export async function readContext(
  tx: TenantTransaction,
  share: LoadedShare,
  now: Date,
): Promise<Result<RecordContext>> {
  const run = await loadRun(tx, share);
  if (!run.ok) return run;
  const [contact] = contacts.parse(
    await tx.$queryRaw`select * from app.share_contact(${share.id}::uuid, ${run.value.version.version}::int)`,
  );
  if (contact === undefined) throw new Error(`nobody proposed agreement ${share.id}`);
  return ok({ run: run.value, contact, cutOff: now });
}
