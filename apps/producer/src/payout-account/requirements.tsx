import { Button, DateTime, Section, StatusBadge } from "@evenshare/ui";
import { type RequirementWords, urgencyWords } from "./account-words";

interface RequirementsProps {
  readonly asked: readonly RequirementWords[];
  /** Whether the account was set up before: then it says how pressing each thing is. */
  readonly begun: boolean;
  /** Until when it must have come, if the provider says. */
  readonly dueAt: Date | null;
  /** Goes to the provider's page, where it is entered. */
  readonly onProvide: () => void;
  readonly pending: boolean;
}

/** What the payment provider asks for, most pressing first, each with the way to where it is given. */
export function Requirements({ asked, begun, dueAt, onProvide, pending }: RequirementsProps) {
  return (
    <Section
      title="What the payment provider asks for"
      description={
        <>
          You enter it on the payment provider's own page; this list changes by itself.
          {dueAt !== null && (
            <>
              {" "}
              Needed by <DateTime at={dueAt} />.
            </>
          )}
        </>
      }
    >
      <ul className="divide-y border-y">
        {asked.map(({ what, urgency, reason }) => {
          const { word, tone } = urgencyWords(urgency);
          return (
            <li key={what} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5">
              <div className="min-w-0">
                <p className="flex flex-wrap items-baseline gap-x-3">
                  {what}
                  {begun && (
                    <StatusBadge tone={tone} variant="plain">
                      {word}
                    </StatusBadge>
                  )}
                </p>
                {reason !== null && <p className="text-small text-muted">{reason}</p>}
              </div>
              {(urgency === "overdue" || urgency === "due") && (
                <Button size="small" pending={pending} onClick={onProvide}>
                  Provide <span className="sr-only">{what}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
