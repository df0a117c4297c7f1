import type { views } from "@evenshare/domain";
import { DateTime, Disclosure, StatusBadge, useFormatting } from "@evenshare/ui";
import { dayWords } from "../partnership/day-words";
import { ShareTerms } from "./share-terms";
import { versionWords } from "./share-words";

interface VersionsProps {
  share: views.ShareView;
  /** The one whose terms stand on the page already. */
  shown: number;
}

/** Every version, newest first: who said what and when, and the terms of those that are not on the page already. */
export function ShareVersions({ share, shown }: VersionsProps) {
  return (
    <ol className="flex flex-col">
      {share.versions.map((version) => (
        <li key={version.version}>
          <Disclosure summary={<VersionLine version={version} />} defaultOpen={version.version === shown}>
            <Answers version={version} share={share} />
            {version.version !== shown && (
              <div className="mt-5">
                <ShareTerms version={version} share={share} />
              </div>
            )}
          </Disclosure>
        </li>
      ))}
    </ol>
  );
}

function VersionLine({ version }: { version: views.ShareVersionView }) {
  const { locale } = useFormatting();
  const { word, tone } = versionWords(version);
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <span>
        Version {version.version}
        <span className="font-normal text-muted">, from {dayWords(version.effectiveFrom, locale)}</span>
      </span>
      <StatusBadge tone={tone}>{word}</StatusBadge>
    </span>
  );
}

function Answers({ version, share }: { version: views.ShareVersionView; share: views.ShareView }) {
  const zone = version.terms.timeZone;
  return (
    <>
      <p className="text-dense text-muted">
        Proposed by {version.proposedBy}, <DateTime at={version.proposedAt} timeZone={zone} />.
      </p>
      <ul
        aria-label={`Answers to version ${version.version}`}
        className="mt-2 flex flex-col gap-1.5 text-dense"
      >
        {share.parties.map(({ key, name }) => {
          const answer = version.answers.find(({ party }) => party === key);
          return (
            <li key={key}>
              <span className="font-medium">{name}</span>{" "}
              {answer === undefined ? (
                <span className="text-muted">
                  {version.status === "proposed" ? "has not answered yet" : "did not answer"}
                </span>
              ) : (
                <>
                  {answer.answer}: {answer.by}, <DateTime at={answer.at} timeZone={zone} />
                  {answer.reason !== null && <span className="block text-muted">“{answer.reason}”</span>}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
