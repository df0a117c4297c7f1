import type { ApprovalChange, EntryDraft, MilestoneChange, MilestoneSnapshot } from "@evenshare/domain";
import type { RecordedActor } from "./recorded-actor";

/** What a command answers; kept beside its key as JSON, so amounts are strings here. */
export type CommandAnswer = Readonly<Record<string, string | number | null>>;

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** A change in the form `app.apply_change` takes: amounts as text, instants in ISO form. */
export function changeToWire(
  snapshot: MilestoneSnapshot,
  change: MilestoneChange | null,
  approval: ApprovalChange | null,
  request: { readonly actor: RecordedActor; readonly settledDeadline?: string },
): Json {
  const settled = request.settledDeadline === undefined ? {} : { settledDeadline: request.settledDeadline };
  const asked = approval === null ? null : approvalToWire(snapshot.brand.id, approval);
  if (change === null) return plain({ ...settled, ...asked });
  const home = { partnershipId: snapshot.partnershipId, milestoneId: snapshot.id };
  return plain({
    ...settled,
    approval: asked?.approval,
    milestone: {
      id: snapshot.id,
      partnershipId: snapshot.partnershipId,
      version: snapshot.version,
      patch: change.patch,
      transitions: change.transitions,
      submission: change.submission,
      revision: change.revision,
      deadlines: change.deadlines,
    },
    entries: (change.entries ?? []).map(entryToWire),
    release: change.release && { ...home, producerId: snapshot.producer.id, ...change.release },
    newFunding: change.newFunding && { ...home, openedByName: request.actor.name, ...change.newFunding },
    funding: change.funding,
    newReturn: change.newReturn && { ...home, ...change.newReturn },
    settledReturn: change.settledReturn,
    holds: change.holds && {
      ...change.holds,
      place: change.holds.place && { ...home, currency: snapshot.currency, ...change.holds.place },
    },
    ...remainderToWire(home, change),
    transfer: change.transfer,
    newPayout: change.newPayout,
    audit: [
      ...[change.audit, ...(change.furtherAudit ?? [])].map((line) => ({
        partnershipId: snapshot.partnershipId,
        subjectType: "milestone",
        subjectId: snapshot.id,
        ...line,
      })),
      ...(asked?.audit ?? []),
    ],
    messages: [...(change.messages ?? []), ...(asked?.messages ?? [])],
    operations: change.operations ?? [],
    live: [...liveHints(snapshot, change), ...(asked?.live ?? [])],
  });
}

/** Offers about held money, money that rolls into another milestone, and refunds. */
function remainderToWire(
  home: { readonly partnershipId: string; readonly milestoneId: string },
  { offer, roll, refunds, refund }: MilestoneChange,
) {
  return {
    offer: offer && { ...offer, lodge: offer.lodge && { ...home, ...offer.lodge } },
    roll: roll && { partnershipId: home.partnershipId, ...roll },
    refunds: refunds?.map((draft) => ({ ...home, ...draft })),
    refund: refund && { ...home, ...refund },
  };
}

/**
 * What becomes of a request for a second person, in the parts that `app.apply_change` takes. It stands in the trail of
 * its organization alone, also when the clock acts, and nobody else is given a hint of it.
 */
export function approvalToWire(organizationId: string, change: ApprovalChange) {
  const { requestId, lodge, settle, audit, messages } = change;
  return {
    approval: { lodge, settle },
    audit: [
      {
        ...audit,
        organizationId,
        partnershipId: null,
        subjectType: "approval",
        subjectId: requestId,
      } as const,
    ],
    messages,
    live: [{ organizations: [organizationId], topic: "approval", id: requestId } as const],
  };
}

/** An entry with its accounts spelled out per line. */
export function entryToWire(entry: EntryDraft): Json {
  return plain({
    ...entry,
    postings: entry.postings.map(({ account, amount }) => ({ ...account, amount })),
  });
}

function liveHints(snapshot: MilestoneSnapshot, change: MilestoneChange): Json[] {
  const organizations = [snapshot.brand.id, snapshot.producer.id];
  const milestone = { organizations, topic: "milestone", id: snapshot.id };
  return change.newPayout === undefined
    ? [milestone]
    : [milestone, { organizations: [snapshot.producer.id], topic: "payout", id: change.newPayout.id }];
}

/** Turns bigint into text and dates into ISO strings, all the way down; `undefined` keys fall away in JSON. */
export function plain(value: unknown): Json {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  return value as Json;
}
