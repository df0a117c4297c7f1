import type { Connections } from "../connection/open";

/** The organization in whose name a mail goes out, as it is now. */
export interface StoredSender {
  readonly name: string;
  readonly accent: string | null;
  readonly logo: {
    readonly contentType: string;
    readonly sha256: string;
    readonly bytes: Uint8Array;
  } | null;
  /** The domain it has verified, with the key that signs for it; sealed for the row's id. */
  readonly domain: {
    readonly id: string;
    readonly domain: string;
    readonly selector: string;
    readonly sealedKey: string;
  } | null;
}

/** One mail of the delivery log, as the worker needs it. */
export interface StoredMail {
  readonly id: string;
  readonly template: string;
  readonly data: unknown;
  readonly toName: string;
  readonly toEmail: string;
  readonly side: string;
  /** The role for which this person gets it; null for a mail to a person alone. */
  readonly role: string | null;
  readonly status: string;
  readonly organizationId: string | null;
  readonly userId: string | null;
  /** Whether its reader has switched such mails off since it was queued, or has left the organization. */
  readonly unwanted: boolean;
  /** When its reader wants no mail that can wait; null when they never said. */
  readonly quietHours: unknown;
  /** Null: the platform. */
  readonly sender: StoredSender | null;
}

interface SenderRow {
  name: string;
  accent: string | null;
  logoType: string | null;
  logoSha256: string | null;
  domain: StoredSender["domain"];
}

interface MailRow {
  id: string;
  template: string;
  data: unknown;
  to_name: string;
  to_email: string;
  side: string;
  role: string | null;
  status: string;
  organization_id: string | null;
  user_id: string | null;
  unwanted: boolean;
  quiet_hours: unknown;
  sender: SenderRow | null;
  sender_logo: Uint8Array | null;
}

export async function readMail({ app }: Connections, id: string): Promise<StoredMail | null> {
  const { rows } = await app.query<MailRow>("select * from app.read_mail($1)", [id]);
  const row = rows[0];
  if (row === undefined) return null;
  const {
    to_name: toName,
    to_email: toEmail,
    organization_id: organizationId,
    user_id: userId,
    quiet_hours: quietHours,
    sender,
    sender_logo: bytes,
    ...rest
  } = row;
  return {
    ...rest,
    toName,
    toEmail,
    organizationId,
    userId,
    quietHours,
    sender: sender && senderFrom(sender, bytes),
  };
}

function senderFrom(
  { name, accent, logoType, logoSha256, domain }: SenderRow,
  bytes: Uint8Array | null,
): StoredSender {
  const hasLogo = logoType !== null && logoSha256 !== null && bytes !== null;
  return {
    name,
    accent,
    domain,
    logo: hasLogo ? { contentType: logoType, sha256: logoSha256, bytes } : null,
  };
}

/** Writes the delivery log. A mail that is logged as sent stays so. */
export async function recordMail(
  { app }: Connections,
  mailId: string,
  status: "sending" | "sent" | "refused" | "withdrawn",
  response: string,
  now: Date,
): Promise<void> {
  await app.query("select app.record_mail($1, $2, $3, $4)", [mailId, status, response, now.toISOString()]);
}

/** Lets a mail wait until an instant of the product's clock. */
export async function delayMail({ app }: Connections, mailId: string, until: Date): Promise<void> {
  await app.query("select app.delay_mail($1, $2)", [mailId, until.toISOString()]);
}

/** Takes up the mails whose wait is over at `now` (the product's clock); answers how many. */
export async function wakeDueMails({ app }: Connections, now: Date, most: number): Promise<number> {
  const { rows } = await app.query<{ woken: number }>("select app.wake_due_mails($1, $2) as woken", [
    now.toISOString(),
    most,
  ]);
  return rows[0]?.woken ?? 0;
}

/** The key that signs the links by which mails about work are switched off. */
export async function readMailLinkKey({ app }: Connections): Promise<string> {
  const { rows } = await app.query<{ key: string }>("select app.mail_link_key() as key");
  const [row] = rows;
  if (row === undefined) throw new Error("there is no key for links in mails");
  return row.key;
}
