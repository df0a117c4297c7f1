import type { views } from "@evenshare/domain";
import { DateTime, type Description, DescriptionList, useFormatting } from "@evenshare/ui";
import { dayWords } from "../partnership/day-words";
import { TermsList } from "../partnership/terms-list";
import { roleWords } from "../settings/role-words";

type Said = Pick<views.InvitationView, "role" | "title" | "startsOn" | "terms" | "expiresAt">;

/** What an invitation says: as what, with which terms, until when. */
export function InvitationWords({ invitation }: { invitation: Said }) {
  const { locale } = useFormatting();
  const { role, title, startsOn, terms, expiresAt } = invitation;
  const items: Description[] = [
    ...(role === null
      ? []
      : [{ term: "Your role", value: `${roleWords[role].name}. ${roleWords[role].may}` }]),
    ...(title === null ? [] : [{ term: "What you would do together", value: title }]),
    ...(startsOn === null ? [] : [{ term: "You earn from", value: dayWords(startsOn, locale) }]),
    { term: "Open until", value: <DateTime at={expiresAt} show="day" /> },
  ];
  return (
    <>
      <DescriptionList items={items} />
      {terms !== null && (
        <details>
          <summary className="w-fit font-medium text-accent">Read the terms that are proposed</summary>
          <div className="mt-4">
            <TermsList terms={terms} />
          </div>
        </details>
      )}
    </>
  );
}
