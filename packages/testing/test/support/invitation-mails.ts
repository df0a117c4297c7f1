import { withAdmin } from "@evenshare/database/testing";
import type { TestWorld } from "../../src";

/** What the newest mail to an address carries in its link, as only its reader sees it. */
export async function tokenMailedTo({ databaseUrl }: TestWorld, email: string): Promise<string> {
  return withAdmin(databaseUrl, async (client) => {
    const { rows } = await client.query<{ token: string }>(
      `select data ->> 'token' as token from mail where to_email = $1 and data ? 'token'
      order by created_at desc, ctid desc limit 1`,
      [email],
    );
    const token = rows[0]?.token;
    if (token === undefined) throw new Error(`no link was mailed to ${email}`);
    return token;
  });
}

/** Templates of the mails to one address, oldest first. */
export async function mailsToAddress({ databaseUrl }: TestWorld, email: string): Promise<string[]> {
  return withAdmin(databaseUrl, async (client) => {
    const { rows } = await client.query<{ template: string }>(
      "select template from mail where to_email = $1 order by created_at, ctid",
      [email],
    );
    return rows.map(({ template }) => template);
  });
}
