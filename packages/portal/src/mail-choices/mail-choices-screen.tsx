import type { ChosenGroup, views } from "@evenshare/domain";
import { Button, ButtonLink, Checkbox, TextSkeleton } from "@evenshare/ui";
import { LockKeyhole } from "lucide-react";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import type { Failure } from "../api/failure";
import { AuthFrame } from "../auth/auth-frame";
import { FailureNotice } from "../failures/failure-notice";
import { groupWords, whyLocked } from "../settings/notice-group-words";
import { fetchMailChoices, type MailChoicesAnswer, sendMailChoices } from "./mail-choices-requests";

/** Where the link in a mail about work leads: which mails its reader gets, without signing in. */
export function MailChoicesScreen() {
  const [search] = useSearchParams();
  const token = search.get("token") ?? "";
  const [choices, setChoices] = useState<views.MailChoices | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState("");
  /** What was asked for and is on its way; it shows at once. */
  const [asked, setAsked] = useState<Partial<Record<ChosenGroup, boolean>> | null>(null);
  const pending = asked !== null;

  const take = (answer: MailChoicesAnswer): boolean => {
    if ("failure" in answer) {
      setFailure(answer.failure);
      return false;
    }
    setFailure(null);
    setChoices(answer.choices);
    return true;
  };
  useEffect(() => {
    let left = false;
    void fetchMailChoices(token).then((answer) => {
      if (left) return;
      if ("failure" in answer) setFailure(answer.failure);
      else setChoices(answer.choices);
    });
    return () => {
      left = true;
    };
  }, [token]);

  const send = async (mail: Partial<Record<ChosenGroup, boolean>>, done: string) => {
    setAsked(mail);
    setSaid("");
    if (take(await sendMailChoices(token, mail))) setSaid(done);
    setAsked(null);
  };

  if (choices === null) {
    return (
      <AuthFrame title={failure === null ? "Your mails" : "This link does not open your mail choices"}>
        {failure === null ? (
          <TextSkeleton label="Loading which mails you get" lines={4} />
        ) : (
          <div className="flex flex-col gap-5">
            <FailureNotice failure={failure} />
            <ButtonLink variant="primary" wide href="/settings/notifications">
              Sign in and choose in the settings
            </ButtonLink>
          </div>
        )}
      </AuthFrame>
    );
  }
  const work = choices.choices
    .filter(({ mailLocked }) => !mailLocked)
    .map((choice) => ({ ...choice, mail: asked?.[choice.group] ?? choice.mail }));
  const anyOn = work.some(({ mail }) => mail);
  return (
    <AuthFrame
      title="Your mails about work"
      subtitle={`Sent to ${choices.email} for ${choices.organizationName}.`}
      below={
        <p className="text-muted">
          The same choices stand in the portal under Settings, Notifications, where quiet hours are set too.
        </p>
      }
    >
      <div className="flex flex-col gap-5">
        <FailureNotice failure={failure} />
        <div className="flex flex-col gap-4">
          {work.map(({ group, mail }) => (
            <Checkbox
              key={group}
              label={groupWords[group].label}
              hint={groupWords[group].about}
              checked={mail}
              aria-disabled={pending || undefined}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                if (!pending) {
                  void send(
                    { [group]: on },
                    `Saved: ${groupWords[group].label} ${on ? "by mail" : "not by mail"}.`,
                  );
                }
              }}
            />
          ))}
        </div>
        <Button
          variant="primary"
          wide
          pending={pending}
          onClick={() =>
            void send(
              Object.fromEntries(work.map(({ group }) => [group, !anyOn])),
              anyOn
                ? "Saved: you get no mails about work. The portal still shows everything."
                : "Saved: you get mails about work again.",
            )
          }
        >
          {anyOn ? "Switch all of these off" : "Switch all of these on"}
        </Button>
        <p role="status" className="text-dense font-medium">
          {said}
        </p>
        <p className="flex gap-2 text-small text-muted">
          <LockKeyhole aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{whyLocked}</span>
        </p>
      </div>
    </AuthFrame>
  );
}
