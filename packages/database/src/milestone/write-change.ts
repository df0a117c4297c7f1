import type { ApprovalChange, MilestoneChange, MilestoneSnapshot } from "@evenshare/domain";
import type pg from "pg";
import type { CommandClaim } from "./change-transaction";
import type { RecordedActor } from "./recorded-actor";
import { type CommandAnswer, changeToWire } from "./wire";

/** Whose change it is and when, as the database records it. */
export interface ChangeOrigin {
  readonly organizationId: string;
  readonly actor: RecordedActor;
  readonly command: CommandClaim | null;
  readonly now: Date;
  /** A deadline that this change settles; the change is refused by the database when it was settled before. */
  readonly settledDeadline?: string;
}

/** What happens to one milestone. */
export interface SubjectChange {
  readonly snapshot: MilestoneSnapshot;
  /** Null when nothing happens to the milestone itself. */
  readonly change: MilestoneChange | null;
  readonly approval: ApprovalChange | null;
}

/** Writes everything that a decision says about one milestone, in one round trip. */
export async function writeChange(
  client: pg.PoolClient,
  { snapshot, change, approval }: SubjectChange,
  origin: ChangeOrigin,
  answer: CommandAnswer,
): Promise<void> {
  await client.query("select app.apply_change($1, $2, $3, $4)", [
    JSON.stringify(actorToWire(origin.actor)),
    origin.command && JSON.stringify({ key: origin.command.key, answer }),
    JSON.stringify(changeToWire(snapshot, change, approval, origin)),
    origin.now.toISOString(),
  ]);
}

function actorToWire(actor: RecordedActor): Record<string, string | null> {
  const { kind, name, requestId } = actor;
  if (actor.kind !== "person") return { kind, name, requestId, userId: null, organizationId: null, ip: null };
  return { kind, name, requestId, userId: actor.userId, organizationId: actor.organizationId, ip: actor.ip };
}
