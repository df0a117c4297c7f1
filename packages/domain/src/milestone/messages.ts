import {
  type MessageData,
  type MessageDraft,
  type MessageTemplate,
  moneyRoles,
  workRoles,
} from "../notice/message";
import type { Role } from "../organization/role";
import type { ReleaseDraft } from "./change";
import type { MilestoneSnapshot, PayeeBlock } from "./snapshot";

/** The facts that every mail about a milestone carries. */
export function milestoneFacts(snapshot: MilestoneSnapshot): MessageData {
  return {
    partnershipId: snapshot.partnershipId,
    partnershipTitle: snapshot.partnershipTitle,
    brandName: snapshot.brand.name,
    producerName: snapshot.producer.name,
    milestoneId: snapshot.id,
    milestoneTitle: snapshot.title,
    currency: snapshot.currency,
    total: String(snapshot.amount),
    held: String(snapshot.money.held),
    timeZone: snapshot.terms.timeZone,
  };
}

/** One message to one side, to those who hold one of the roles. */
export function messageTo(
  side: "brand" | "producer",
  roles: readonly Role[],
  template: MessageTemplate,
  snapshot: MilestoneSnapshot,
  data: Partial<MessageData>,
  newId: () => string,
): MessageDraft {
  return {
    id: newId(),
    template,
    toOrganizationId: snapshot[side].id,
    toRoles: roles,
    data: { ...milestoneFacts(snapshot), ...data },
  };
}

/** Money mail to both sides. */
export function moneyMessages(
  template: MessageTemplate,
  snapshot: MilestoneSnapshot,
  data: Partial<MessageData>,
  newId: () => string,
): MessageDraft[] {
  return [
    messageTo("brand", moneyRoles, template, snapshot, data, newId),
    messageTo("producer", moneyRoles, template, snapshot, data, newId),
  ];
}

/** Work mail to the side that must act or know. */
export function workMessage(
  side: "brand" | "producer",
  template: MessageTemplate,
  snapshot: MilestoneSnapshot,
  data: Partial<MessageData>,
  newId: () => string,
): MessageDraft[] {
  return [messageTo(side, workRoles, template, snapshot, data, newId)];
}

export function releasedMessages(
  snapshot: MilestoneSnapshot,
  release: ReleaseDraft,
  newId: () => string,
): MessageDraft[] {
  const data = {
    amount: String(release.gross),
    fee: String(release.fee),
    net: String(release.net),
    held: String(snapshot.money.held - release.gross),
    trigger: release.trigger,
  };
  return moneyMessages("milestone.released", snapshot, data, newId);
}

export function blockedMessages(
  snapshot: MilestoneSnapshot,
  reason: PayeeBlock | string,
  newId: () => string,
): MessageDraft[] {
  return moneyMessages("release.blocked", snapshot, { amount: String(snapshot.money.held), reason }, newId);
}
