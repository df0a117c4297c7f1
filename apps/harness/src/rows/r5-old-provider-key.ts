import { z } from "zod";
import { readTruth, type Truth, waitUntilQuiet } from "../truth/truth";
import { waitUntil } from "../wait";
import { fundMilestones } from "../world/milestones";
import type { World } from "../world/open-world";

const held = 50_000n;
const dayAndAnHourMs = 25 * 3_600_000;
const snapshotSchema = z.object({ rows: z.array(z.tuple([z.string(), z.string(), z.unknown()])) });

export interface OldKeyOutcome {
  readonly truth: Truth;
  /** Whether the provider still knew the key of the lost transfer when it could be asked again. */
  readonly keyKnown: boolean;
  /** How many transfers of this release the provider has in the end. */
  readonly transfers: number;
}

/**
 * A transfer is carried out and its answer lost; nothing can be asked for a day and an hour, by when the provider has
 * forgotten the key. Trying again under it would pay twice: only a look-up tells.
 */
export async function loseTransferForADay(world: World): Promise<OldKeyOutcome> {
  const { product, book } = world;
  const { sandbox, database } = product;
  const [id = ""] = await fundMilestones(world, 1, held);
  await waitUntilQuiet(product);
  await sandbox.addFault({ kind: "executed_then_drop", method: "POST", path: "/v1/transfers" });
  await sandbox.addFault({ kind: "503", method: "GET", path: "/v1/transfers*", times: 1_000_000 });
  await sandbox.addWebhookFault({ kind: "drop", event: "transfer.*", times: 1_000 });
  const releaseId = await book.release(id, 10_000n);
  const transfer = { id: "" };
  await waitUntil("the transfer to be unknown", async () => {
    const { rows } = await database.query<{ id: string }>(
      "select id from transfer where release_id = $1 and status = 'unknown'",
      [releaseId],
    );
    transfer.id = rows[0]?.id ?? "";
    return rows.length === 1;
  });
  await sandbox.advance(dayAndAnHourMs);
  // Any request lets the provider forget what is too old.
  await sandbox.balance();
  const { rows } = snapshotSchema.parse(await sandbox.control("GET", "snapshot"));
  const keyKnown = rows.some(([table, key]) => table === "idempotency" && key.includes(transfer.id));
  await sandbox.clearFaults();
  await sandbox.clearWebhookFaults();
  await waitUntilQuiet(product);
  const made = await sandbox.transfers();
  return {
    truth: await readTruth(world),
    keyKnown,
    transfers: made.filter(({ metadata }) => metadata["evenshare_operation"] === transfer.id).length,
  };
}
