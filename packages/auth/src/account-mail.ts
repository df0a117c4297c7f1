import { randomUUID } from "node:crypto";
import type { MessageData, MessageTemplate, OrganizationKind, PersonalMessageDraft } from "@evenshare/domain";
import type { AuthTransaction } from "./transaction";

/** A mail to one person about their account. */
export interface AccountMail {
  readonly template: MessageTemplate;
  readonly person: { readonly id: string; readonly name: string };
  /** Not always the person's present address. */
  readonly email: string;
  readonly side: OrganizationKind;
  readonly data?: MessageData;
}

/** Queues a mail in the transaction of what it tells of; the worker sends it after the commit. */
export async function queueMail(tx: AuthTransaction, mail: AccountMail, now: Date): Promise<void> {
  const { template, person, email, side, data = {} } = mail;
  const message: PersonalMessageDraft = {
    id: randomUUID(),
    template,
    toPerson: { userId: person.id, name: person.name, email, side },
    data,
  };
  await tx.query("select app.queue_mail($1::jsonb, $2)", [JSON.stringify(message), now]);
}
