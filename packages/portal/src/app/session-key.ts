import type { views } from "@evenshare/domain";

/** Whose answers are on screen: a person in an organization. Null when nobody is signed in. */
export function sessionKeyOf(session: views.SessionView | null | undefined): string | null {
  return session ? `${session.user.id}:${session.active?.organization.id ?? "none"}` : null;
}
