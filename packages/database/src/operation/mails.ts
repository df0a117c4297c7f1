import type { Connections } from "../connection/open";

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
}

export async function readMail({ app }: Connections, id: string): Promise<StoredMail | null> {
  const { rows } = await app.query<MailRow>("select * from app.read_mail($1)", [id]);
  const row = rows[0];
  if (row === undefined) return null;
  const { to_name: toName, to_email: toEmail, ...rest } = row;
  return { ...rest, toName, toEmail };
}

/** Writes the delivery log. A mail that is logged as sent stays so. */
export async function recordMail(
  { app }: Connections,
  mailId: string,
  status: "sending" | "sent" | "refused",
  response: string,
  now: Date,
): Promise<void> {
  await app.query("select app.record_mail($1, $2, $3, $4)", [mailId, status, response, now.toISOString()]);
}
