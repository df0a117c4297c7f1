import { type MessageData, type MessageDraft, type MessageTemplate, moneyRoles } from "../notice/message";

/** What the mails about a version of an agreement say, and to whom. */
export interface ShareTelling {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly brand: SharePartner;
  readonly payees: readonly SharePartner[];
}

export interface SharePartner {
  readonly organizationId: string;
  readonly name: string;
}

type NewId = () => string;

/** To every payee: terms wait for their answer. */
export function shareProposedMessages(
  telling: ShareTelling,
  makerName: string,
  newId: NewId,
): MessageDraft[] {
  return telling.payees.map((payee) => message("share.proposed", telling, payee, { makerName }, newId));
}

/** To the brand: one payee said yes, so many are left. */
export function shareAcceptedMessage(
  telling: ShareTelling,
  payee: SharePartner,
  waitingFor: number,
  newId: NewId,
): MessageDraft {
  const data = { producerName: payee.name, waitingFor: String(waitingFor) };
  return message("share.accepted", telling, telling.brand, data, newId);
}

/** To everybody: all have accepted, it counts. */
export function shareActiveMessages(telling: ShareTelling, newId: NewId): MessageDraft[] {
  return [telling.brand, ...telling.payees].map((party) =>
    message("share.active", telling, party, {}, newId),
  );
}

/** To the brand, with the reason; the other payees hear that it is over, not why. */
export function shareDeclinedMessages(
  telling: ShareTelling,
  payee: SharePartner,
  reason: string,
  newId: NewId,
): MessageDraft[] {
  const others = telling.payees.filter(({ organizationId }) => organizationId !== payee.organizationId);
  return [
    message("share.declined", telling, telling.brand, { producerName: payee.name, reason }, newId),
    ...others.map((other) => message("share.ended", telling, other, { reason: "declined" }, newId)),
  ];
}

/** To every payee: the brand took it back. */
export function shareWithdrawnMessages(telling: ShareTelling, newId: NewId): MessageDraft[] {
  return telling.payees.map((payee) =>
    message("share.ended", telling, payee, { reason: "withdrawn" }, newId),
  );
}

function message(
  template: MessageTemplate,
  telling: ShareTelling,
  to: SharePartner,
  data: MessageData,
  newId: NewId,
): MessageDraft {
  const { id, code, title, version, effectiveFrom, brand } = telling;
  return {
    id: newId(),
    template,
    toOrganizationId: to.organizationId,
    toRoles: moneyRoles,
    // Payees hear from the brand, whose agreement it is, also when another payee's answer caused it.
    ...(to !== brand && { fromOrganizationId: brand.organizationId }),
    data: {
      shareId: id,
      shareCode: code,
      shareTitle: title,
      version: String(version),
      startsOn: effectiveFrom,
      brandName: brand.name,
      ...data,
    },
  };
}
