import type { views } from "@evenshare/domain";
import { Section, TableSkeleton, useAnnounce } from "@evenshare/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "../api/trpc";
import { Loaded } from "../app/loaded";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { ChoiceMatrix } from "./choice-matrix";
import { groupWords, whyLocked } from "./notice-group-words";
import { QuietHoursForm } from "./quiet-hours-form";

/** What the person who is signed in hears about, how, and when they want quiet. */
export function NotificationsTab() {
  const trpc = useTRPC();
  const query = useQuery(trpc.notices.preferences.queryOptions(undefined, { refetchOnMount: "always" }));
  return (
    <Loaded
      query={query}
      what="Your choices"
      skeleton={<TableSkeleton label="Loading your choices" rows={6} />}
    >
      {(preferences) => (
        <>
          <Choices preferences={preferences} />
          <Section
            title="Quiet hours"
            description="Mail about work waits for their end; each waiting mail is then sent on its own. Mail about money and about access to your account is sent at once. The portal shows everything at once, silently. They hold for you in every organization."
          >
            <QuietHoursForm
              key={JSON.stringify(preferences.quietHours)}
              quietHours={preferences.quietHours}
            />
          </Section>
        </>
      )}
    </Loaded>
  );
}

type Wanted = Pick<views.NoticeChoice, "group" | "inApp" | "mail">;

function Choices({ preferences }: { preferences: views.NoticePreferences }) {
  const client = useTRPCClient();
  const announce = useAnnounce();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const save = useCommand(client.notices.saveChoices.mutate);
  const [asked, setAsked] = useState<Wanted | null>(null);
  const change = async (choice: Wanted) => {
    // A tick shows what was asked for at once; when it was not saved, how things stand.
    setAsked(choice);
    const saved = await save.run((commandKey) => ({ commandKey, choices: [choice] }));
    await queries.invalidateQueries({ queryKey: trpc.notices.preferences.queryKey() });
    setAsked(null);
    if (saved !== undefined) announce(`${groupWords[choice.group].label}: saved`);
  };
  const shown = preferences.choices.map((choice) =>
    asked?.group === choice.group ? { ...choice, ...asked } : choice,
  );
  return (
    <Section
      title="What you hear about"
      description={`Your own choice, for ${preferences.organizationName} only. A tick is saved as soon as you set it. The link in every mail about work changes the same ticks.`}
    >
      <div className="flex flex-col gap-4">
        <FailureNotice failure={save.failure} />
        <ChoiceMatrix choices={shown} pending={asked !== null} onChange={(choice) => void change(choice)} />
        <p className="max-w-reading text-small text-muted">{whyLocked}</p>
      </div>
    </Section>
  );
}
