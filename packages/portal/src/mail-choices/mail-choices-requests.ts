import type { ChosenGroup, views } from "@evenshare/domain";
import { type Failure, readRestFailure, unreachable } from "../api/failure";

export type MailChoicesAnswer = { readonly choices: views.MailChoices } | { readonly failure: Failure };

/** What the reader of a mail has chosen, by the mail's own link. */
export function fetchMailChoices(token: string): Promise<MailChoicesAnswer> {
  return ask(token, {});
}

/** Switches mails on or off; answers how everything stands afterwards. */
export function sendMailChoices(
  token: string,
  mail: Partial<Record<ChosenGroup, boolean>>,
): Promise<MailChoicesAnswer> {
  return ask(token, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ mail }),
  });
}

async function ask(token: string, init: RequestInit): Promise<MailChoicesAnswer> {
  try {
    const response = await fetch(`/api/unsubscribe/choices?token=${encodeURIComponent(token)}`, init);
    if (response.ok) return { choices: (await response.json()) as views.MailChoices };
    return { failure: readRestFailure(response.status, await response.json().catch(() => null)) };
  } catch {
    return { failure: unreachable };
  }
}
