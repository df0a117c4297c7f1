import type { OperationOutcome } from "@evenshare/database";
import { type MessageData, messageTemplates, organizationKind, role } from "@evenshare/domain";
import { z } from "zod";
import type { WorkerDeps } from "../deps";

const retryMs = 15_000;

/**
 * Sends one mail of the delivery log, once. Only the holder of the operation's lease gets here, and a mail that is
 * logged as sent is never sent again. When a worker dies between the mail server's yes and the log, the mail goes out a
 * second time under the same Message-ID, by which mailboxes merge the two: that moment cannot be closed with SMTP.
 */
export async function sendMail(deps: WorkerDeps, mailId: string): Promise<OperationOutcome> {
  const mail = await deps.database.readMail(mailId);
  if (mail === null || mail.status === "sent" || mail.status === "refused") return { kind: "done" };
  const recipient = {
    name: mail.toName,
    email: mail.toEmail,
    side: organizationKind.parse(mail.side),
    ...(mail.role === null ? {} : { role: role.parse(mail.role) }),
  };
  const rendered = await deps.mailer.render({
    template: z.enum(messageTemplates).parse(mail.template),
    data: readMessageData(mail.data),
    recipient,
  });
  const outcome = await deps.mailer.send({ ...rendered, messageId: mail.id, to: recipient });
  switch (outcome.kind) {
    case "accepted":
      await deps.passFaultPoint("mail_accepted_not_recorded");
      await deps.database.recordMail(mail.id, "sent", outcome.response, deps.clock.now());
      return { kind: "done" };
    case "refused":
      await deps.database.recordMail(mail.id, "refused", outcome.reason, deps.clock.now());
      return { kind: "failed", reason: `mail refused: ${outcome.reason}` };
    case "later":
    case "unknown":
      await deps.database.recordMail(mail.id, "sending", outcome.reason, deps.clock.now());
      return { kind: "again", afterMs: retryMs, reason: outcome.reason };
  }
}

const messageData = z.record(z.string(), z.string());

function readMessageData(stored: unknown): MessageData {
  return messageData.parse(stored);
}
