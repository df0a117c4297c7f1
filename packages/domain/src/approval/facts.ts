import type { Member } from "./kind";
import type { ApprovalLimits } from "./limits";
import type { ApprovalRequest, ReleaseAct } from "./request";

/** What a decision about a release may look at of the brand's rule: loaded in the brand's own scope, empty elsewhere. */
export interface ApprovalFacts {
  readonly limits: ApprovalLimits;
  /** The request about this milestone that waits; there is never more than one. */
  readonly waiting: ApprovalRequest<ReleaseAct> | null;
  /** What each person let go of this milestone in parts, alone, since a second person last approved one. */
  readonly releasedAlone: readonly { readonly userId: string; readonly amount: bigint }[];
  /** Members who may release. */
  readonly members: readonly Member[];
}

/** No rule and nothing that waits. */
export const noApprovals: ApprovalFacts = { limits: [], waiting: null, releasedAlone: [], members: [] };
