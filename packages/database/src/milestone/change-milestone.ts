import {
  type ApprovalChange,
  type Failure,
  type MilestoneChange,
  type MilestoneSnapshot,
  ok,
  type Result,
  refuse,
} from "@evenshare/domain";
import pg from "pg";
import type { Connections } from "../connection/open";
import { inTransaction } from "../connection/tenant";
import type { RecordedActor } from "./recorded-actor";
import { readSnapshot } from "./snapshot-row";
import { type CommandAnswer, changeToWire } from "./wire";

/** A person's click: the same key with the same input gives the first answer again. */
export interface CommandClaim {
  readonly key: string;
  readonly name: string;
  readonly inputHash: string;
  /** Under whose membership it is made; refused when the membership has ended or changed since. */
  readonly userId?: string;
  readonly role?: string;
}

export interface ChangeRequest<A extends CommandAnswer, F extends Failure> {
  readonly organizationId: string;
  readonly milestoneId: string;
  readonly actor: RecordedActor;
  readonly command: CommandClaim | null;
  readonly now: Date;
  /** A deadline that this change settles; the change is refused by the database when it was settled before. */
  readonly settledDeadline?: string;
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

/** Where the crash harness may stop a change. */
export interface ChangeHooks {
  readonly locksHeld: () => Promise<void>;
  readonly beforeCommit: () => Promise<void>;
  readonly afterCommit: () => Promise<void>;
}

export type ChangeRefusal =
  | { readonly code: "milestone.not_found" }
  | { readonly code: "command.key_reused"; readonly field: "commandKey" }
  | { readonly code: "permission.denied" }
  | { readonly code: "file.not_found"; readonly field: "fileIds" }
  | { readonly code: "payment_method.not_found"; readonly field: "methodId" }
  | { readonly code: "payment_method.limit_exceeded"; readonly field: "methodId" };

type Loaded =
  | { status: "loaded"; snapshot: unknown }
  | { status: "not_found" }
  | { status: "key_reused" }
  | { status: "not_member" }
  | { status: "replay"; answer: unknown };

/**
 * Changes one milestone in two round trips inside one transaction: load under a lock, decide in between, write all.
 * `readAnswer` parses the stored answer of a repeated command.
 */
export async function changeMilestone<A extends CommandAnswer, F extends Failure>(
  { app }: Connections,
  request: ChangeRequest<A, F>,
  readAnswer: (stored: unknown) => A,
  hooks: ChangeHooks,
): Promise<Result<A, F | ChangeRefusal>> {
  let committed = false;
  const result = await inTransaction<Result<A, F | ChangeRefusal>>(
    app,
    async (client) => {
      const { rows } = await client.query<{ loaded: Loaded }>(
        "select app.load_milestone($1, $2, $3, $4) as loaded",
        [
          request.organizationId,
          request.milestoneId,
          request.command && JSON.stringify(request.command),
          request.now.toISOString(),
        ],
      );
      const loaded = rows[0]?.loaded ?? { status: "not_found" };
      if (loaded.status === "replay") return abandon(ok(readAnswer(loaded.answer)));
      if (loaded.status !== "loaded") return abandon(refuse(loadRefusals[loaded.status]));
      await hooks.locksHeld();

      const snapshot = readSnapshot(loaded.snapshot);
      const decided = request.decide(snapshot);
      if (!decided.ok) return abandon(decided);
      const { change, approval = null, answer } = decided.value;
      if (
        change === null &&
        approval === null &&
        request.command === null &&
        request.settledDeadline === undefined
      )
        return abandon(ok(answer));
      await client.query("select app.apply_change($1, $2, $3, $4)", [
        JSON.stringify(actorToWire(request.actor)),
        request.command && JSON.stringify({ key: request.command.key, answer }),
        JSON.stringify(changeToWire(snapshot, change, approval, request)),
        request.now.toISOString(),
      ]);
      committed = true;
      return { commit: true, value: ok(answer) };
    },
    hooks.beforeCommit,
  ).catch(refuseByDatabase);
  if (committed && result.ok) await hooks.afterCommit();
  return result;
}

export const loadRefusals = {
  not_found: { code: "milestone.not_found" },
  key_reused: { code: "command.key_reused", field: "commandKey" },
  not_member: { code: "permission.denied" },
} as const satisfies Record<string, ChangeRefusal>;

/** Something that a change names is not the organization's to use, or no longer within its limit: nothing was written. */
export function refuseByDatabase(error: unknown): Result<never, ChangeRefusal> {
  if (!(error instanceof pg.DatabaseError)) throw error;
  switch (error.code) {
    case "EV007":
      return refuse({ code: "file.not_found", field: "fileIds" });
    case "EV008":
      return refuse({ code: "payment_method.not_found", field: "methodId" });
    case "EV009":
      return refuse({ code: "payment_method.limit_exceeded", field: "methodId" });
    default:
      throw error;
  }
}

export function abandon<T>(value: T): { commit: false; value: T } {
  return { commit: false, value };
}

export function actorToWire(actor: RecordedActor): Record<string, string | null> {
  const { kind, name, requestId } = actor;
  if (actor.kind !== "person") return { kind, name, requestId, userId: null, organizationId: null, ip: null };
  return { kind, name, requestId, userId: actor.userId, organizationId: actor.organizationId, ip: actor.ip };
}
