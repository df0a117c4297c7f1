import type { views } from "@evenshare/domain";
import { Banner, Button, DateTime, EmptyState, Stat, StatRow } from "@evenshare/ui";
import { RefreshCw, Scale } from "lucide-react";
import { useTRPCClient } from "../api/trpc";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import { Sums } from "../home/sums";

type State = views.ReconciliationView;

/** As of when, what agrees, what is in flight, what differs; and the way to compare now. */
export function ComparisonState({ state }: { state: State }) {
  const { asOf, differences } = state;
  if (asOf === null) {
    return (
      <EmptyState icon={Scale} title="Nothing has been compared yet" action={<CompareNow state={state} />}>
        Each night what is recorded here is compared with what Stripe says. The first comparison comes
        tonight, or as soon as you ask for it.
      </EmptyState>
    );
  }
  return (
    <>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <p className="max-w-reading text-muted">
          As of <DateTime at={asOf} />. Compared each night; what happened since is in the next comparison.
        </p>
        <CompareNow state={state} />
      </div>
      {differences > 0 ? (
        <Banner
          tone="risk"
          title={differences === 1 ? "One movement differs" : `${differences} movements differ`}
        >
          Each is named below with what happens next. The platform was alarmed when it was found.
        </Banner>
      ) : (
        <Banner tone="done" title="Everything agrees">
          Each movement recorded here is the one Stripe has, to the cent, or is in flight.
        </Banner>
      )}
      <div className="mt-6">
        <StatRow label="The latest comparison">
          <Stat label="Agree" value={String(state.matched)} detail={wordFor(state.matched)} />
          <Stat
            label="In flight"
            value={state.inFlight === 0 ? "0" : <Sums sums={state.inFlightSums} />}
            detail={`${state.inFlight === 0 ? "" : `${state.inFlight} `}${wordFor(state.inFlight)} that Stripe has not finished`}
          />
          <Stat label="Differ" value={String(differences)} detail={wordFor(differences)} />
        </StatRow>
      </div>
    </>
  );
}

function wordFor(count: number): string {
  return count === 1 ? "movement" : "movements";
}

function CompareNow({ state: { running } }: { state: State }) {
  const client = useTRPCClient();
  const command = useCommand((input: { commandKey: string }) => client.reconciliation.request.mutate(input));
  return (
    <div className="flex max-w-reading flex-col gap-3">
      <div>
        <Button
          icon={RefreshCw}
          pending={running || command.pending}
          onClick={() => void command.run((commandKey) => ({ commandKey }))}
        >
          {running ? "Comparing" : "Compare now"}
        </Button>
      </div>
      <FailureNotice failure={command.failure} />
    </div>
  );
}
