import type { ChosenGroup, views } from "@evenshare/domain";
import { LockKeyhole } from "lucide-react";
import { groupWords } from "./notice-group-words";

interface ChoiceMatrixProps {
  choices: readonly views.NoticeChoice[];
  /** While a change is on its way. */
  pending: boolean;
  onChange: (choice: { group: ChosenGroup; inApp: boolean; mail: boolean }) => void;
}

/** Which events show in the portal and which come by mail, one row per group. */
export function ChoiceMatrix({ choices, pending, onChange }: ChoiceMatrixProps) {
  return (
    <table className="w-full border-y text-dense">
      <caption className="sr-only">What you hear about, and how</caption>
      <thead>
        <tr className="border-b text-small text-muted">
          <th scope="col" className="py-2 pr-3 text-start font-medium">
            When
          </th>
          <th scope="col" className="w-20 px-1 py-2 text-center font-medium">
            In the portal
          </th>
          <th scope="col" className="w-20 py-2 pl-1 text-center font-medium">
            By mail
          </th>
        </tr>
      </thead>
      <tbody className="divide-y">
        {choices.map(({ group, inApp, mail, mailLocked }) => {
          const { label, about } = groupWords[group];
          return (
            <tr key={group}>
              <th scope="row" className="py-3 pr-3 text-start font-normal">
                <span className="block font-medium">{label}</span>
                <span className="block text-small text-muted">{about}</span>
              </th>
              <td className="px-1 text-center">
                <Tick
                  label={`${label}: in the portal`}
                  checked={inApp}
                  pending={pending}
                  onChange={(next) => onChange({ group, inApp: next, mail })}
                />
              </td>
              <td className="pl-1 text-center">
                {mailLocked ? (
                  <span className="inline-flex items-center gap-1.5 text-small text-muted">
                    <LockKeyhole aria-hidden className="size-3.5" />
                    Always
                  </span>
                ) : (
                  <Tick
                    label={`${label}: by mail`}
                    checked={mail}
                    pending={pending}
                    onChange={(next) => onChange({ group, inApp, mail: next })}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface TickProps {
  label: string;
  checked: boolean;
  pending: boolean;
  onChange: (checked: boolean) => void;
}

/** A tick alone in its cell; its press is the whole cell's height. It keeps the focus while it is saved. */
function Tick({ label, checked, pending, onChange }: TickProps) {
  return (
    <label className="inline-grid size-11 place-items-center">
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        checked={checked}
        aria-disabled={pending || undefined}
        onChange={(event) => {
          if (!pending) onChange(event.currentTarget.checked);
        }}
        className="size-4.5 accent-accent"
      />
    </label>
  );
}
