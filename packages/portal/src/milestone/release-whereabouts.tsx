import type { views } from "@evenshare/domain";
import { DateTime, StatusBadge } from "@evenshare/ui";
import { usePortal } from "../app/portal";
import { blockedReasonWords } from "./blocked-reason";
import { releaseWords } from "./payment-words";

export interface ReleaseWhereaboutsProps {
  release: views.MilestoneView["releases"][number];
  timeZone: string;
  counterpartyName: string;
}

/** Where a release's money is now, why it waits, and when it arrives or has arrived. */
export function ReleaseWhereabouts({ release, timeZone, counterpartyName }: ReleaseWhereaboutsProps) {
  const { side } = usePortal();
  const { word, tone } = releaseWords(release);
  const { payout } = release;
  return (
    <span>
      <StatusBadge tone={tone} variant="plain">
        {word}
      </StatusBadge>
      {release.blockedReason !== null && (
        <span className="block text-small text-muted">
          {blockedReasonWords(release.blockedReason, side, counterpartyName)}
        </span>
      )}
      {payout?.paidAt ? (
        <span className="block text-small text-muted">
          <DateTime at={payout.paidAt} timeZone={timeZone} show="day" />
        </span>
      ) : (
        payout?.expectedAt && (
          <span className="block text-small text-muted">
            expected <DateTime at={payout.expectedAt} timeZone={timeZone} show="day" />
          </span>
        )
      )}
    </span>
  );
}
