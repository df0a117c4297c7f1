import type { ReceivedMail } from "../product/inbox-client";
import type { Books, Difference } from "./difference";

/** The delivery log against the mailbox: every mail arrived, and none that is not in the log. */
export function compareMails({ mails }: Books, inbox: readonly ReceivedMail[]): Difference {
  const arrived = new Set(inbox.map(({ id }) => id));
  const logged = new Set(mails.map(({ id }) => id));
  return {
    differences: [
      ...mails.filter(({ status }) => status !== "sent").map(({ id, status }) => `mail ${id} is ${status}`),
      ...mails.filter(({ id }) => !arrived.has(id)).map(({ id }) => `mail ${id} never arrived`),
      ...inbox.filter(({ id }) => !logged.has(id)).map(({ id }) => `mail ${id} arrived and is in no log`),
    ],
  };
}
