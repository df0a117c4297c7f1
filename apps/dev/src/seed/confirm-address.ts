import { z } from "zod";
import type { PortalAddress, PortalPerson } from "./portal-person";
import { waitFor } from "./wait";

const listed = z.array(z.object({ id: z.string(), subject: z.string() }));
const message = z.object({ text: z.string() });

/** Follows the link of the mail that confirms a person's address, as they would. Whoever has done so needs no other. */
export async function confirmAddress(
  inbox: string,
  portal: PortalAddress,
  { api }: Pick<PortalPerson, "api">,
): Promise<void> {
  const { email, emailVerified } = (await api.session.me.query()).user;
  if (emailVerified) return;
  const token = await waitFor(`the link to confirm ${email}`, () => readLink(inbox, email, "verify-email"));
  const answer = await fetch(`${portal.api}/api/auth/verify-email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: portal.origin },
    body: JSON.stringify({ token }),
  });
  if (!answer.ok) throw new Error(`${email} was not confirmed: ${answer.status} ${await answer.text()}`);
}

/** What the newest link to one of a portal's pages is worth, in the mails to an address; null while there is none. */
export async function readLink(inbox: string, email: string, page: string): Promise<string | null> {
  const list = await fetch(`${inbox}/api/messages?to=${encodeURIComponent(email)}`);
  for (const { id } of listed.parse(await list.json())) {
    const { text } = message.parse(await (await fetch(`${inbox}/api/messages/${id}`)).json());
    const token = new RegExp(`/${page}\\?token=([\\w-]+)`).exec(text)?.[1];
    if (token !== undefined) return token;
  }
  return null;
}
