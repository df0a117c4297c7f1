import { ok, type Result, refuse } from "../result";
import { checkStillAhead, type ShareVersionFacts } from "./version";

/** What a party says to a version: yes, or no. */
export const shareAnswers = ["accepted", "declined"] as const;
export type ShareAnswer = (typeof shareAnswers)[number];

/** A version that waits for answers, and who has given one. */
export interface ShareProposal {
  readonly versions: readonly ShareVersionFacts[];
  /** The version that is answered. */
  readonly version: number;
  /** Every party of the agreement. */
  readonly parties: readonly string[];
  /** Who has answered it. The side that proposed has accepted by proposing. */
  readonly answered: readonly string[];
}

/**
 * What becomes of a version by a party's answer: with the last party's yes it is active, with one no it is declined,
 * until then it waits.
 */
export function answerShare(
  { versions, version, parties, answered }: ShareProposal,
  answer: { readonly party: string; readonly says: ShareAnswer },
  today: string,
): Result<"proposed" | "active" | "declined"> {
  const proposal = versions.find((candidate) => candidate.version === version);
  if (proposal === undefined || proposal.status !== "proposed")
    return refuse({ code: "share.not_open", details: { version: String(version) } });
  if (answered.includes(answer.party)) return refuse({ code: "share.already_answered" });
  if (answer.says === "declined") return ok("declined");
  const ahead = checkStillAhead(proposal, versions, today);
  if (!ahead.ok) return ahead;
  const waiting = parties.filter((party) => party !== answer.party && !answered.includes(party));
  return ok(waiting.length === 0 ? "active" : "proposed");
}
