import { type EntryDraft, PostingsBuilder } from "../ledger/entry";
import type { DecisionContext, MilestoneChange, RollDraft, TransitionRecord } from "../milestone/change";
import type { MilestoneSnapshot } from "../milestone/snapshot";
import type { MilestoneEvent } from "../milestone/state";
import { follow } from "../milestone/transitions";
import { feeBeside } from "../refund/fee-beside";
import { takeFromCharges } from "../refund/take-from-charges";
import { agreedMessages } from "./messages";
import type { OfferPerson, OpenOffer } from "./offer";

/** A roll as the changes of both milestones. The entry and the charges' shares are written with the first. */
export interface RolledRemainder {
  readonly change: MilestoneChange;
  readonly targetChange: MilestoneChange;
}

/**
 * Moves held money, the fee beside it and the shares of the charges behind it from one milestone to another. The agreed
 * amount of the first becomes smaller by it. With nothing held any more the first is through: what was released of it is
 * what it was. The caller has checked that it is possible.
 */
export function rollRemainder(
  snapshot: MilestoneSnapshot,
  target: MilestoneSnapshot,
  offer: OpenOffer,
  person: OfferPerson,
  context: DecisionContext,
): RolledRemainder {
  const { amount } = offer;
  const fee = feeBeside(snapshot, amount);
  const roll: RollDraft = {
    id: context.newId(),
    offerId: offer.id,
    fromMilestoneId: snapshot.id,
    toMilestoneId: target.id,
    amount,
    fee,
    currency: snapshot.currency,
    parts: takeFromCharges(snapshot.charges, { amount, fee }),
  };
  const held = snapshot.money.held - amount;
  const transitions = stepsOfRoll(snapshot, target, amount);
  const state = transitions.at(-1)?.to ?? snapshot.state;
  const ends = held === 0n;
  const agreed = ends ? snapshot.money.released + snapshot.money.refunded : snapshot.amount - amount;
  return {
    change: {
      transitions,
      patch: { state, amount: agreed, ...(ends ? { reviewEndsAt: null } : {}) },
      audit: {
        action: "remainder.roll",
        before: { state: snapshot.state, held: String(snapshot.money.held), amount: String(snapshot.amount) },
        after: {
          state,
          held: String(held),
          amount: String(agreed),
          rolled: String(amount),
          fee: String(fee),
          target: target.title,
          offerId: offer.id,
        },
        reason: null,
      },
      entries: [rollEntry(snapshot, target, roll, context)],
      roll,
      deadlines: { cancel: ends ? ["review.reminder", "review.release"] : [], set: [] },
      messages: agreedMessages(snapshot, offer, person.name, context.newId),
    },
    targetChange: receive(snapshot, target, roll),
  };
}

/** The other milestone is funded by what came: an ordinary funding of it, without a payment. */
function receive(snapshot: MilestoneSnapshot, target: MilestoneSnapshot, roll: RollDraft): MilestoneChange {
  const funded = target.money.funded + roll.amount;
  const event = funded >= target.amount ? "fund_full" : "fund_part";
  const to = mustFollow(target, event);
  return {
    transitions: [{ event, from: target.state, to, amount: roll.amount, reason: snapshot.title }],
    patch: { state: to },
    audit: {
      action: "remainder.receive",
      before: { state: target.state, held: String(target.money.held) },
      after: {
        state: to,
        held: String(target.money.held + roll.amount),
        received: String(roll.amount),
        fee: String(roll.fee),
        source: snapshot.title,
      },
      reason: null,
    },
  };
}

function stepsOfRoll(
  snapshot: MilestoneSnapshot,
  target: MilestoneSnapshot,
  amount: bigint,
): TransitionRecord[] {
  const { state: from, money } = snapshot;
  const rolled = {
    event: "roll_out",
    from,
    to: mustFollow(snapshot, "roll_out"),
    amount,
    reason: target.title,
  } as const;
  if (money.held > amount) return [rolled];
  const event = money.released > 0n ? "end_released" : "complete_refund";
  return [rolled, { event, from, to: mustFollow(snapshot, event), amount: null, reason: null }];
}

function rollEntry(
  snapshot: MilestoneSnapshot,
  target: MilestoneSnapshot,
  { id, amount, fee, currency }: RollDraft,
  { newId }: DecisionContext,
): EntryDraft {
  return {
    id: newId(),
    kind: "milestone.rolled",
    sourceKey: id,
    partnershipId: snapshot.partnershipId,
    milestoneId: snapshot.id,
    postings: new PostingsBuilder(currency)
      .debit("milestone_held", snapshot.id, amount)
      .debit("milestone_fee_held", snapshot.id, fee)
      .credit("milestone_held", target.id, amount)
      .credit("milestone_fee_held", target.id, fee)
      .build(),
  };
}

function mustFollow({ state }: MilestoneSnapshot, event: MilestoneEvent) {
  const next = follow(state, event);
  if (!next.ok) throw new RangeError(`no ${event} from ${state}`);
  return next.value;
}
