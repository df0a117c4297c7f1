import type { ChangeHooks } from "@evenshare/database";
import type { Deps } from "../deps";

/** The fault points around a change's transaction, for the crash harness. */
export function faultHooks({ passFaultPoint }: Pick<Deps, "passFaultPoint">): ChangeHooks {
  return {
    locksHeld: () => passFaultPoint("locks_held"),
    beforeCommit: () => passFaultPoint("before_commit"),
    afterCommit: () => passFaultPoint("after_commit_before_reply"),
  };
}
