import { type Failure, ok, type Result, refuse } from "@evenshare/domain";
import pg from "pg";
import type { Connections } from "../connection/open";
import { inTransaction } from "../connection/tenant";
import type { CommandAnswer } from "./wire";

/** A person's click: the same key with the same input gives the first answer again. */
export interface CommandClaim {
  readonly key: string;
  readonly name: string;
  readonly inputHash: string;
  /** Under whose membership it is made; refused when the membership has ended or changed since. */
  readonly userId?: string;
  readonly role?: string;
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

const loadRefusals = {
  not_found: { code: "milestone.not_found" },
  key_reused: { code: "command.key_reused", field: "commandKey" },
  not_member: { code: "permission.denied" },
} as const satisfies Record<string, ChangeRefusal>;

/** What a load function of the database answers; `L` is what it found. */
export type Loaded<L> =
  | ({ readonly status: "loaded" } & L)
  | { readonly status: keyof typeof loadRefusals }
  | { readonly status: "replay"; readonly answer: unknown };

export interface ChangeSteps<A extends CommandAnswer, F extends Failure, L> {
  /** Claims the command, takes the locks and reads, in one round trip. */
  readonly load: (client: pg.PoolClient) => Promise<Loaded<L>>;
  /** Decides about what was loaded and writes it. Refused or with nothing written: nothing is committed. */
  readonly change: (
    client: pg.PoolClient,
    loaded: L,
  ) => Promise<Result<{ readonly written: boolean; readonly answer: A }, F>>;
  /** Parses the stored answer of a repeated command. */
  readonly readAnswer: (stored: unknown) => A;
}

/** One transaction: load under locks, decide in between, write all, or leave everything as it was. */
export async function inChangeTransaction<A extends CommandAnswer, F extends Failure, L>(
  { app }: Connections,
  { load, change, readAnswer }: ChangeSteps<A, F, L>,
  hooks: ChangeHooks,
): Promise<Result<A, F | ChangeRefusal>> {
  let committed = false;
  const result = await inTransaction<Result<A, F | ChangeRefusal>>(
    app,
    async (client) => {
      const loaded = await load(client);
      if (loaded.status === "replay") return { commit: false, value: ok(readAnswer(loaded.answer)) };
      if (loaded.status !== "loaded") return { commit: false, value: refuse(loadRefusals[loaded.status]) };
      await hooks.locksHeld();

      const changed = await change(client, loaded);
      if (!changed.ok) return { commit: false, value: changed };
      committed = changed.value.written;
      return { commit: committed, value: ok(changed.value.answer) };
    },
    hooks.beforeCommit,
  ).catch(refuseByDatabase);
  if (committed && result.ok) await hooks.afterCommit();
  return result;
}

/** Something that a change names is not the organization's to use, or no longer within its limit: nothing was written. */
function refuseByDatabase(error: unknown): Result<never, ChangeRefusal> {
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
