import type { views } from "@evenshare/domain";
import { Banner, TableSkeleton } from "@evenshare/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";
import { Loaded } from "../app/loaded";
import { FailureNotice } from "../failures/failure-notice";
import { ImportSteps } from "./import-steps";
import { useMappingChoice } from "./mapping-choice";

/** How a file that has arrived is read, and its import. */
export function ImportForm({ fileId }: { fileId: string }) {
  const trpc = useTRPC();
  const known = useQuery(trpc.revenue.mappings.queryOptions());
  const summary = useQuery(trpc.revenue.summary.queryOptions({}));
  const reading = {
    what: "Your mappings",
    skeleton: <TableSkeleton label="Reading the file" rows={4} />,
  };
  return (
    <Loaded query={known} {...reading}>
      {({ mappings, sources }) => (
        <Loaded query={summary} {...reading}>
          {({ timeZone }) => (
            <FileMapping fileId={fileId} mappings={mappings} sources={sources} timeZone={timeZone} />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface FileMappingProps {
  fileId: string;
  mappings: readonly views.NamedMapping[];
  sources: readonly string[];
  timeZone: string;
}

/** The mapping in the making, and the file's columns as its separator cuts them. */
function FileMapping({ fileId, mappings, sources, timeZone }: FileMappingProps) {
  const trpc = useTRPC();
  // Without a separator the server says which one the header suggests.
  const first = useQuery(
    trpc.revenue.inspect.queryOptions({ fileId }, { placeholderData: keepPreviousData }),
  );
  const choice = useMappingChoice(mappings, first.data, timeZone);
  const look = useQuery(
    trpc.revenue.inspect.queryOptions(
      { fileId, delimiter: choice.draft.delimiter },
      { enabled: first.data !== undefined, placeholderData: keepPreviousData },
    ),
  );
  const error = first.error ?? look.error;
  if (error !== null) return <FailureNotice failure={readFailure(error)} />;
  const problem = first.data?.header.length === 0 ? first.data.problem : null;
  if (problem !== null) {
    return (
      <Banner tone="risk" title={`Line ${problem.line}: ${problem.what}`}>
        The file cannot be read. Mend it, or export it again, then choose it above.
      </Banner>
    );
  }
  if (look.data === undefined) return <TableSkeleton label="Reading the file" rows={4} />;
  return (
    <ImportSteps fileId={fileId} look={look.data} choice={choice} mappings={mappings} sources={sources} />
  );
}
