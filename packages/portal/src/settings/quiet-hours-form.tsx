import type { QuietHours } from "@evenshare/domain";
import { Button, Checkbox, Field, Select, TextInput, useAnnounce } from "@evenshare/ui";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { readClock, writeClock } from "./clock-minutes";

const weekdays = [
  { day: 1, name: "Mon" },
  { day: 2, name: "Tue" },
  { day: 3, name: "Wed" },
  { day: 4, name: "Thu" },
  { day: 5, name: "Fri" },
  { day: 6, name: "Sat" },
  { day: 7, name: "Sun" },
] as const;

interface Problems {
  readonly days?: string;
  readonly from?: string;
  readonly to?: string;
}

/** From when to when, on which days and by whose clock a person wants no mail that can wait. */
export function QuietHoursForm({ quietHours }: { quietHours: QuietHours }) {
  const client = useTRPCClient();
  const announce = useAnnounce();
  const save = useCommand(client.notices.saveQuietHours.mutate);
  const [enabled, setEnabled] = useState(quietHours.enabled);
  const [days, setDays] = useState<readonly number[]>(quietHours.days);
  const [from, setFrom] = useState(writeClock(quietHours.fromMinute));
  const [to, setTo] = useState(writeClock(quietHours.toMinute));
  const [timeZone, setTimeZone] = useState(quietHours.timeZone);
  const [tried, setTried] = useState(false);

  const [fromMinute, toMinute] = [readClock(from), readClock(to)];
  const problems = tried ? findProblems(days, fromMinute, toMinute) : {};

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (fromMinute === null || toMinute === null) return;
    if (Object.keys(findProblems(days, fromMinute, toMinute)).length > 0) return;
    const saved = await save.run((commandKey) => ({
      commandKey,
      quietHours: { enabled, days: [...days], fromMinute, toMinute, timeZone },
    }));
    if (saved !== undefined)
      announce(saved.quietHours === "on" ? "Quiet hours are on" : "Quiet hours are off");
  };

  return (
    <form noValidate onSubmit={(event) => void send(event)} className="flex max-w-reading flex-col gap-5">
      <Checkbox
        label="Keep quiet hours"
        checked={enabled}
        onChange={(event) => setEnabled(event.currentTarget.checked)}
      />
      <fieldset>
        <legend className="text-dense font-medium">Quiet begins on</legend>
        <div className="mt-1.5 grid max-w-md grid-cols-4 gap-x-5 gap-y-1 sm:flex sm:flex-wrap">
          {weekdays.map(({ day, name }) => (
            <Checkbox
              key={day}
              label={name}
              checked={days.includes(day)}
              onChange={(event) =>
                setDays(
                  event.currentTarget.checked ? [...days, day].sort() : days.filter((one) => one !== day),
                )
              }
            />
          ))}
        </div>
        <p aria-live="polite" className="text-small font-medium text-risk-text">
          {problems.days}
        </p>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="From" error={problems.from}>
          <TextInput type="time" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        </Field>
        <Field label="To" error={problems.to}>
          <TextInput type="time" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        </Field>
        <p className="text-small text-muted sm:col-span-2">{endWords(fromMinute, toMinute)}</p>
      </div>
      <Field label="Time zone" hint="Quiet hours follow its clock, daylight saving included.">
        <Select
          options={zonesWith(quietHours.timeZone)}
          value={timeZone}
          onChange={(event) => setTimeZone(event.currentTarget.value)}
        />
      </Field>
      <FailureNotice failure={save.failure} />
      <div>
        <Button type="submit" variant="primary" pending={save.pending}>
          Save quiet hours
        </Button>
      </div>
    </form>
  );
}

function findProblems(days: readonly number[], from: number | null, to: number | null): Problems {
  return {
    ...(days.length === 0 && { days: "Choose at least one day." }),
    ...(from === null && { from: "Enter a time, such as 20:00." }),
    ...(to === null && { to: "Enter a time, such as 07:00." }),
    ...(from !== null && from === to && { to: "Choose an end that is not the beginning." }),
  };
}

function endWords(from: number | null, to: number | null): string {
  if (from === null || to === null || from === to) return "Each begins on a day that is ticked.";
  return `Each begins on a day that is ticked and ends at ${writeClock(to)} ${to < from ? "the next day" : "the same day"}.`;
}

function zonesWith(current: string) {
  const zones = new Set([current, "UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
