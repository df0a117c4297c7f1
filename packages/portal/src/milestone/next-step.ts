import type { OrganizationKind, views } from "@evenshare/domain";
import { coverage } from "./actions";
import { blockedReasonWords } from "./blocked-reason";
import { latestSubmission } from "./latest";

type MilestoneView = views.MilestoneView;

/** What happens next on a milestone if the reader does nothing, or what everybody waits for. */
export type NextStep =
  | {
      readonly kind: "clock";
      readonly event: string;
      readonly at: Date;
      readonly since: Date | null;
      readonly amount: bigint | null;
      /** Completes "…, 17:00 London, ". */
      readonly unless: string;
      readonly tone: "accent" | "risk";
    }
  | {
      readonly kind: "note";
      readonly tone: "info" | "held" | "risk";
      readonly title: string;
      readonly body: string;
    };

interface Telling {
  readonly milestone: MilestoneView;
  readonly side: OrganizationKind;
  /** The other organization's name. */
  readonly other: string;
  /** Writes an amount of the milestone's currency. */
  readonly money: (amount: bigint) => string;
}

type Teller = (telling: Telling) => NextStep;

/** Says what comes next, for one side, in words that name the other. */
export function nextStep(telling: Telling): NextStep {
  return (tellers[telling.milestone.state] ?? later)(telling);
}

const tellers: Partial<Record<MilestoneView["state"], Teller>> = {
  draft: ({ milestone, side, other }) =>
    milestone.proposedBySide === side
      ? note(
          "Not proposed yet",
          `Propose it when it is complete: ${other} then agrees or declines. Nothing is charged by agreeing.`,
        )
      : note("A draft", `${other} is still writing this milestone. You can agree once it is proposed.`),

  proposed: ({ milestone, side, other }) =>
    milestone.proposedBySide === side
      ? note(
          `Waiting for ${other}`,
          `${other} agrees or declines. Until then you can withdraw it and change it.`,
        )
      : note(
          `${other} proposes this milestone`,
          `Agreeing fixes the amount, the criteria and a review window of ${milestone.terms.reviewDays} days. Declining sends it back with your reason.`,
        ),

  agreed: ({ milestone, side, other, money }) =>
    side === "brand"
      ? note(
          "Waiting for money",
          `Fund it and ${other} can start. Work may begin once ${money(milestone.terms.minimumStart)} is held.`,
        )
      : note(
          "Waiting for money",
          `${other} has not funded this yet. Work done before money is held is unprotected.`,
        ),

  part_funded: ({ milestone, side, other, money }) => {
    const { funded, toFund } = milestone.money;
    const minimum = milestone.terms.minimumStart;
    const may = funded >= minimum ? "Work may start." : `Work may start once ${money(minimum)} is held.`;
    const rest =
      side === "brand"
        ? `Fund the remaining ${money(toFund)} to cover it all; ${other} reads the same sentence.`
        : `${other} can add the remaining ${money(toFund)}. Decide how far you go before it does.`;
    return {
      kind: "note",
      tone: "held",
      title: coverage(milestone, money) ?? "Partly funded",
      body: `${may} ${rest}`,
    };
  },

  funded: ({ milestone, side, other, money }) =>
    side === "producer"
      ? note(
          `${money(milestone.money.held)} is held for you`,
          "Start the work; submit it here when it is ready. Only the submission starts the review clock.",
        )
      : note(
          `Waiting for ${other} to start`,
          `${money(milestone.money.held)} is held. You will hear when work is submitted.`,
        ),

  funding_failed: ({ milestone, side, other, money }) =>
    risk(
      "A payment failed or was taken back",
      side === "brand"
        ? `${money(milestone.money.toFund)} is missing. Fund it again before ${other} goes on working.`
        : `${money(milestone.money.toFund)} is missing. Hold further work until ${other} has funded it again.`,
    ),

  in_progress: ({ milestone, side, other }) =>
    side === "producer"
      ? note(
          "The work is yours to submit",
          `The review window of ${milestone.terms.reviewDays} days starts at that moment. Messages do not count as delivery.`,
        )
      : note(
          `${other} is at work`,
          `When it is submitted you have ${milestone.terms.reviewDays} days to look at it.`,
        ),

  submitted: ({ milestone, side, other, money }) => {
    const at = milestone.reviewEndsAt;
    if (at === null) return note("In review", "The review window is being set.");
    const { held } = milestone.money;
    const unless = side === "brand" ? "unless you ask for changes" : `unless ${other} asks for changes`;
    if (held === 0n) return { ...clock(milestone, at), event: "Counts as accepted", unless };
    return { ...clock(milestone, at), event: `Releases ${money(held)} automatically`, unless };
  },

  revision_requested: ({ milestone, side, other }) => {
    const round = `Round ${milestone.revisionRound} of ${milestone.terms.includedRevisions} included.`;
    return side === "producer"
      ? note(
          `${other} asked for changes`,
          `${round} The review clock is stopped; it starts again in full when you submit a new version.`,
        )
      : note(
          "You asked for changes",
          `${round} The review clock is stopped until ${other} submits a new version.`,
        );
  },

  accepted: ({ milestone, side, other, money }) => {
    const { held, toFund } = milestone.money;
    if (held === 0n && toFund > 0n) {
      const who = side === "brand" ? "you have" : `${other} has`;
      return note(
        "Accepted, not fully funded",
        `What was held is released. The remaining ${money(toFund)} goes out once ${who} funded it.`,
      );
    }
    return note("Accepted", `${money(held)} is being released.`);
  },

  releasing: ({ side, other }) =>
    note(
      "On the way",
      side === "producer"
        ? "The payment provider is moving the money to your account. The payout to your bank follows by itself."
        : `The payment provider is moving the money to ${other}. There is nothing left to do.`,
    ),

  releasing_blocked: ({ milestone, side, other, money }) => {
    const producer = side === "brand" ? other : "You";
    const reason = blockedReasonWords(milestone.blockedReason, side, producer);
    const fix =
      side === "brand"
        ? `The money stays held for ${other}; nothing is lost.`
        : "The money stays held for you; nothing is lost.";
    const retry = milestone.upcoming.find(({ kind }) => kind === "release.retry");
    if (retry === undefined) return risk("The release waits", `${reason} ${fix}`);
    return {
      kind: "clock",
      event:
        milestone.money.held > 0n ? `Tries again to release ${money(milestone.money.held)}` : "Tries again",
      at: retry.at,
      since: null,
      amount: null,
      unless: `or sooner. ${reason} ${fix}`,
      tone: "risk",
    };
  },

  refunding: ({ milestone, side, other, money }) => {
    const waits = milestone.refunds.find(({ status, reason }) => status === "pending" && reason !== null);
    return note(
      `${money(milestone.money.refunded)} is on its way back to ${side === "brand" ? "you" : other}`,
      waits?.reason ?? "You are both told when it has arrived. There is nothing left to do.",
    );
  },

  refunded: ({ milestone, side, other, money }) =>
    note(
      "Returned",
      `${money(milestone.money.refunded)} was returned to ${side === "brand" ? "you" : other}. Nothing is held any more.`,
    ),

  released: ({ milestone, side, other, money }) => {
    const { released, paidOut } = milestone.money;
    const arrived =
      milestone.releases.length > 0 && milestone.releases.every(({ payout }) => payout?.status === "paid");
    if (arrived)
      return note(
        "Paid out",
        `${money(paidOut)} reached ${side === "producer" ? "your bank" : `${other}'s bank`}.`,
      );
    const failed = milestone.releases.some(({ payout }) => payout?.status === "failed");
    if (failed && side === "producer")
      return risk("The payout came back", "The bank refused it. Payouts says why and what to do.");
    return note(
      "Released",
      `${money(released)} was released. The payout to ${side === "producer" ? "your bank" : `${other}'s bank`} follows by itself.`,
    );
  },
};

/** States that a later part of the product acts in; the badge and the timeline say what is known. */
const later: Teller = () => note("Nothing to do here", "The timeline shows what happened.");

function clock(milestone: MilestoneView, at: Date) {
  return {
    kind: "clock",
    at,
    since: latestSubmission(milestone)?.submittedAt ?? null,
    amount: null,
    tone: "accent",
  } as const;
}

function note(title: string, body: string): NextStep {
  return { kind: "note", tone: "info", title, body };
}

function risk(title: string, body: string): NextStep {
  return { kind: "note", tone: "risk", title, body };
}
