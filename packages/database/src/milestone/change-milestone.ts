import {
  type ApprovalChange,
  type Failure,
  type MilestoneChange,
  type MilestoneSnapshot,
  ok,
  type Result,
} from "@evenshare/domain";
import type { Connections } from "../connection/open";
import { type ChangeHooks, type ChangeRefusal, inChangeTransaction, type Loaded } from "./change-transaction";
import { readSnapshot } from "./snapshot-row";
import type { CommandAnswer } from "./wire";
import { type ChangeOrigin, writeChange } from "./write-change";

export interface ChangeRequest<A extends CommandAnswer, F extends Failure> extends ChangeOrigin {
  readonly milestoneId: string;
  /** The pure decision. Refused: nothing is written. */
  readonly decide: (snapshot: MilestoneSnapshot) => Result<Decided<A>, F>;
}

export interface Decided<A extends CommandAnswer> {
  /** Null when there is nothing to do. */
  readonly change: MilestoneChange | null;
  /** What becomes of a request for a second person, with the change or instead of it. */
  readonly approval?: ApprovalChange | null;
  readonly answer: A;
}

/**
 * Changes one milestone in two round trips inside one transaction: load under a lock, decide in between, write all.
 * `readAnswer` parses the stored answer of a repeated command.
 */
export function changeMilestone<A extends CommandAnswer, F extends Failure>(
  connections: Connections,
  request: ChangeRequest<A, F>,
  readAnswer: (stored: unknown) => A,
  hooks: ChangeHooks,
): Promise<Result<A, F | ChangeRefusal>> {
  const { organizationId, milestoneId, command, now } = request;
  return inChangeTransaction<A, F, { snapshot: unknown }>(
    connections,
    {
      async load(client) {
        const { rows } = await client.query<{ loaded: Loaded<{ snapshot: unknown }> }>(
          "select app.load_milestone($1, $2, $3, $4) as loaded",
          [organizationId, milestoneId, command && JSON.stringify(command), now.toISOString()],
        );
        return rows[0]?.loaded ?? { status: "not_found" };
      },
      async change(client, loaded) {
        const snapshot = readSnapshot(loaded.snapshot);
        const decided = request.decide(snapshot);
        if (!decided.ok) return decided;
        const { change, approval = null, answer } = decided.value;
        const nothing = change === null && approval === null;
        if (nothing && command === null && request.settledDeadline === undefined)
          return ok({ written: false, answer });
        await writeChange(client, { snapshot, change, approval }, request, answer);
        return ok({ written: true, answer });
      },
      readAnswer,
    },
    hooks,
  );
}
