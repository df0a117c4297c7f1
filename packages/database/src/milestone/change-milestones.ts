import { type Failure, type MilestoneSnapshot, ok, type Result } from "@evenshare/domain";
import type { Connections } from "../connection/open";
import { type ChangeHooks, type ChangeRefusal, inChangeTransaction, type Loaded } from "./change-transaction";
import { readSnapshot } from "./snapshot-row";
import type { CommandAnswer } from "./wire";
import { type ChangeOrigin, type SubjectChange, writeChange } from "./write-change";

export interface ChangesRequest<A extends CommandAnswer, F extends Failure>
  extends Omit<ChangeOrigin, "settledDeadline"> {
  /** Which milestones: by their ids, or all that share a charge. */
  readonly milestones: readonly string[] | { readonly sharing: string };
  /** The pure decision about all of them. Refused: nothing is written. */
  readonly decide: (snapshots: readonly MilestoneSnapshot[]) => Result<DecidedChanges<A>, F>;
}

export interface DecidedChanges<A extends CommandAnswer> {
  readonly changes: readonly SubjectChange[];
  readonly answer: A;
}

/**
 * Changes several milestones in one transaction: load all under locks taken in the order of their ids, decide in between,
 * write one after the other. What is about one milestone alone goes by `changeMilestone`, which asks less often.
 */
export function changeMilestones<A extends CommandAnswer, F extends Failure>(
  connections: Connections,
  request: ChangesRequest<A, F>,
  readAnswer: (stored: unknown) => A,
  hooks: ChangeHooks,
): Promise<Result<A, F | ChangeRefusal>> {
  const { organizationId, milestones, command, now } = request;
  return inChangeTransaction<A, F, { snapshots: unknown[] }>(
    connections,
    {
      async load(client) {
        const [named, charge] = "sharing" in milestones ? [null, milestones.sharing] : [milestones, null];
        const { rows } = await client.query<{ loaded: Loaded<{ snapshots: unknown[] }> }>(
          "select app.load_milestones($1, $2, $3, $4, $5) as loaded",
          [organizationId, named, charge, command && JSON.stringify(command), now.toISOString()],
        );
        return rows[0]?.loaded ?? { status: "not_found" };
      },
      async change(client, loaded) {
        const decided = request.decide(loaded.snapshots.map(readSnapshot));
        if (!decided.ok) return decided;
        const { changes, answer } = decided.value;
        for (const subject of changes) await writeChange(client, subject, request, answer);
        return ok({ written: changes.length > 0, answer });
      },
      readAnswer,
    },
    hooks,
  );
}
