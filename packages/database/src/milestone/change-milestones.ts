import type { ApprovalChange, Failure, MilestoneChange, MilestoneSnapshot, Result } from "@evenshare/domain";
import { ok, refuse } from "@evenshare/domain";
import type pg from "pg";
import type { Connections } from "../connection/open";
import { inTransaction } from "../connection/tenant";
import {
  abandon,
  actorToWire,
  type ChangeHooks,
  type ChangeRefusal,
  type ChangeRequest,
  loadRefusals,
  refuseByDatabase,
} from "./change-milestone";
import { readSnapshot } from "./snapshot-row";
import { type CommandAnswer, changeToWire } from "./wire";

export interface ChangesRequest<A extends CommandAnswer, F extends Failure>
  extends Pick<ChangeRequest<A, F>, "organizationId" | "actor" | "command" | "now"> {
  /** Which milestones: by their ids, or all that share a charge. */
  readonly milestones: readonly string[] | { readonly sharing: string };
  /** The pure decision about all of them. Refused: nothing is written. */
  readonly decide: (snapshots: readonly MilestoneSnapshot[]) => Result<DecidedChanges<A>, F>;
}

export interface DecidedChanges<A extends CommandAnswer> {
  readonly changes: readonly SubjectChange[];
  readonly answer: A;
}

/** What happens to one of the milestones. */
export interface SubjectChange {
  readonly snapshot: MilestoneSnapshot;
  readonly change: MilestoneChange;
  readonly approval: ApprovalChange | null;
}

type Loaded =
  | { status: "loaded"; snapshots: unknown[] }
  | { status: "not_found" }
  | { status: "key_reused" }
  | { status: "not_member" }
  | { status: "replay"; answer: unknown };

async function load<A extends CommandAnswer, F extends Failure>(
  client: pg.PoolClient,
  { organizationId, milestones, command, now }: ChangesRequest<A, F>,
): Promise<Loaded> {
  const [named, charge] = "sharing" in milestones ? [null, milestones.sharing] : [milestones, null];
  const { rows } = await client.query<{ loaded: Loaded }>(
    "select app.load_milestones($1, $2, $3, $4, $5) as loaded",
    [organizationId, named, charge, command && JSON.stringify(command), now.toISOString()],
  );
  return rows[0]?.loaded ?? { status: "not_found" };
}

/**
 * Changes several milestones in one transaction: load all under locks taken in the order of their ids, decide in between,
 * write one after the other. What is about one milestone alone goes by `changeMilestone`, which asks less often.
 */
export async function changeMilestones<A extends CommandAnswer, F extends Failure>(
  { app }: Connections,
  request: ChangesRequest<A, F>,
  readAnswer: (stored: unknown) => A,
  hooks: ChangeHooks,
): Promise<Result<A, F | ChangeRefusal>> {
  let committed = false;
  const result = await inTransaction<Result<A, F | ChangeRefusal>>(
    app,
    async (client) => {
      const loaded = await load(client, request);
      if (loaded.status === "replay") return abandon(ok(readAnswer(loaded.answer)));
      if (loaded.status !== "loaded") return abandon(refuse(loadRefusals[loaded.status]));
      await hooks.locksHeld();

      const decided = request.decide(loaded.snapshots.map(readSnapshot));
      if (!decided.ok) return abandon(decided);
      const { changes, answer } = decided.value;
      if (changes.length === 0) return abandon(ok(answer));
      const command = request.command && JSON.stringify({ key: request.command.key, answer });
      for (const { snapshot, change, approval } of changes) {
        await client.query("select app.apply_change($1, $2, $3, $4)", [
          JSON.stringify(actorToWire(request.actor)),
          command,
          JSON.stringify(changeToWire(snapshot, change, approval, request)),
          request.now.toISOString(),
        ]);
      }
      committed = true;
      return { commit: true, value: ok(answer) };
    },
    hooks.beforeCommit,
  ).catch(refuseByDatabase);
  if (committed && result.ok) await hooks.afterCommit();
  return result;
}
