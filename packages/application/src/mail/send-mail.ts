import type { OperationOutcome, StoredMail, StoredSender } from "@evenshare/database";
import {
  groupOfTemplate,
  isWorkGroup,
  type MessageData,
  messageTemplates,
  organizationKind,
  quietHours,
  quietUntil,
  role,
  senderAddress,
} from "@evenshare/domain";
import { z } from "zod";
import type { WorkerDeps } from "../deps";
import { signMailLink } from "../notice/mail-link";
import type { SendingDomain } from "../ports";

const retryMs = 15_000;
const messageTemplate = z.enum(messageTemplates);

/**
 * Sends one mail of the delivery log, once. Only the holder of the operation's lease gets here, and a mail that is
 * logged as sent is never sent again. When a worker dies between the mail server's yes and the log, the mail goes out a
 * second time under the same Message-ID, by which mailboxes merge the two: that moment cannot be closed with SMTP.
 *
 * A mail about work that its reader has switched off meanwhile is withdrawn, and one that falls into their quiet hours
 * waits for their end; the sweep takes it up then. Mails about money and access know neither.
 *
 * A mail that an organization caused shows that organization's logo and colour as they are now, and comes from its domain
 * while that is verified. An attempt after the domain was lost comes from the platform, under the same Message-ID.
 */
export async function sendMail(deps: WorkerDeps, mailId: string): Promise<OperationOutcome> {
  const mail = await deps.database.readMail(mailId);
  if (mail === null || ["sent", "refused", "withdrawn"].includes(mail.status)) return { kind: "done" };
  const template = messageTemplate.parse(mail.template);
  const aboutWork = isWorkGroup(groupOfTemplate[template]);
  if (aboutWork && (await putOff(deps, mail))) return { kind: "done" };
  const recipient = {
    name: mail.toName,
    email: mail.toEmail,
    side: organizationKind.parse(mail.side),
    ...(mail.role === null ? {} : { role: role.parse(mail.role) }),
  };
  const choicesToken = aboutWork ? await tokenFor(deps, mail) : undefined;
  const rendered = await deps.mailer.render({
    template,
    data: readMessageData(mail.data),
    recipient,
    choicesToken,
    sender: mail.sender ?? undefined,
  });
  const from = mail.sender === null ? undefined : sendingDomain(deps, mail.sender);
  const outcome = await deps.mailer.send({ ...rendered, messageId: mail.id, to: recipient, from });
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

/** Withdraws a mail that is not wanted any more, or lets it wait; false when it goes out now. */
async function putOff(deps: WorkerDeps, mail: StoredMail): Promise<boolean> {
  // It may have been taken already: then neither would be true.
  if (mail.status === "sending") return false;
  const now = deps.clock.now();
  if (mail.unwanted) {
    await deps.database.recordMail(mail.id, "withdrawn", "not wanted any more when it was to be sent", now);
    return true;
  }
  const until = mail.quietHours === null ? null : quietUntil(quietHours.parse(mail.quietHours), now);
  if (until === null) return false;
  await deps.database.delayMail(mail.id, until);
  return true;
}

/** A key that was sealed with another secret than the server's signs nothing: such mail comes from the platform. */
function sendingDomain(
  { keySeal }: WorkerDeps,
  { name, domain: own }: StoredSender,
): SendingDomain | undefined {
  if (own === null) return undefined;
  const { id, domain, selector, sealedKey } = own;
  try {
    const privateKey = keySeal.open(sealedKey, id);
    return { name, address: senderAddress(domain), domain, selector, privateKey };
  } catch {
    return undefined;
  }
}

async function tokenFor(
  { database }: WorkerDeps,
  { userId, organizationId }: StoredMail,
): Promise<string | undefined> {
  if (userId === null || organizationId === null) return undefined;
  return signMailLink(await database.readMailLinkKey(), { userId, organizationId });
}

const messageData = z.record(z.string(), z.string());

function readMessageData(stored: unknown): MessageData {
  return messageData.parse(stored);
}
