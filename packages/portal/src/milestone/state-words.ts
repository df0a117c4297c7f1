import type { MilestoneState } from "@evenshare/domain";
import type { StatusTone } from "@evenshare/ui";

interface StateWords {
  readonly word: string;
  readonly tone: StatusTone;
}

/** Every state in words, with the tone of its badge. */
const words: Record<MilestoneState, StateWords> = {
  draft: { word: "Draft", tone: "neutral" },
  proposed: { word: "Proposed", tone: "waiting" },
  agreed: { word: "Agreed, not funded", tone: "active" },
  part_funded: { word: "Partly funded", tone: "held" },
  funded: { word: "Funded", tone: "held" },
  funding_failed: { word: "Funding failed", tone: "risk" },
  in_progress: { word: "In progress", tone: "active" },
  submitted: { word: "In review", tone: "waiting" },
  revision_requested: { word: "Changes asked for", tone: "waiting" },
  accepted: { word: "Accepted", tone: "released" },
  releasing: { word: "Releasing", tone: "inFlight" },
  releasing_blocked: { word: "Release waits", tone: "risk" },
  released: { word: "Released", tone: "released" },
  cancel_requested: { word: "Cancellation asked for", tone: "waiting" },
  refunding: { word: "Being refunded", tone: "refunded" },
  refunded: { word: "Refunded", tone: "refunded" },
  dormant: { word: "Dormant", tone: "risk" },
  clawback_open: { word: "Payment disputed at the bank", tone: "risk" },
  recovered: { word: "Recovered", tone: "refunded" },
  negative: { word: "Amount owed back", tone: "risk" },
};

/** What to call a state on screen. */
export function stateWords(state: MilestoneState): StateWords {
  return words[state];
}

/** As {@link stateWords} for a state that came as text; what is unknown is shown as it is. */
export function stateWordsOf(state: string): StateWords {
  return isKnown(state) ? words[state] : { word: state.replaceAll("_", " "), tone: "neutral" };
}

function isKnown(state: string): state is MilestoneState {
  return Object.hasOwn(words, state);
}

/** The groups a list of milestones can be narrowed to, in the order of the path. */
export const stateGroups = [
  {
    id: "open",
    label: "Open",
    states: [
      "draft",
      "proposed",
      "agreed",
      "part_funded",
      "funded",
      "funding_failed",
      "in_progress",
      "submitted",
      "revision_requested",
      "accepted",
      "releasing",
      "releasing_blocked",
    ],
  },
  { id: "to-agree", label: "To agree", states: ["draft", "proposed"] },
  { id: "to-fund", label: "To fund", states: ["agreed", "part_funded", "funding_failed"] },
  { id: "at-work", label: "At work", states: ["funded", "in_progress", "revision_requested"] },
  { id: "in-review", label: "In review", states: ["submitted"] },
  { id: "releasing", label: "Releasing", states: ["accepted", "releasing", "releasing_blocked"] },
  { id: "released", label: "Released", states: ["released"] },
  { id: "returned", label: "Returned", states: ["refunding", "refunded"] },
] as const satisfies readonly { id: string; label: string; states: readonly MilestoneState[] }[];
