import type { MilestoneState } from "./state";

/** States before both sides have agreed: drafts and proposals count in no sum. */
export const tentativeStates: readonly MilestoneState[] = ["draft", "proposed"];

/** States after which nothing happens by itself any more. */
export const overStates: readonly MilestoneState[] = ["released", "refunded", "recovered", "negative"];
