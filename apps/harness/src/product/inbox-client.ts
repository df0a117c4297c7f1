import { z } from "zod";

const messages = z.array(
  z.object({ messageId: z.string().nullable(), receivedAt: z.array(z.string()), subject: z.string() }),
);

export interface ReceivedMail {
  /** Without angle brackets and domain: the id of the row in the delivery log. */
  readonly id: string;
  /** More than once when a sender died between the yes of the mail server and its log. */
  readonly times: number;
}

/** What has arrived, one entry for each Message-ID, as a mailbox shows it. */
export async function readInbox(inboxUrl: string): Promise<ReceivedMail[]> {
  const answer = await fetch(`${inboxUrl}/api/messages`);
  return messages.parse(await answer.json()).map(({ messageId, receivedAt, subject }) => {
    if (messageId === null) throw new Error(`a mail without a Message-ID: ${subject}`);
    return { id: messageId.replace(/^<|@.*$/g, ""), times: receivedAt.length };
  });
}
