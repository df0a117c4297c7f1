import type { views } from "@evenshare/domain";
import { Section } from "@evenshare/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readFailure } from "../api/failure";
import { useTRPC } from "../api/trpc";
import { useSettled } from "../command/use-settled";
import { FailureNotice } from "../failures/failure-notice";
import { completeMapping, type MappingDraft } from "./mapping-draft";
import { Preview } from "./preview";

export interface PreviewStepProps {
  fileId: string;
  /** The file as it stands, shown until the mapping is whole. */
  look: views.InspectedRevenue;
  draft: MappingDraft;
}

/** What the first rows would become by the mapping as it is now; read anew when it changes. */
export function PreviewStep({ fileId, look, draft }: PreviewStepProps) {
  const trpc = useTRPC();
  const settled = useSettled(draft);
  const mapping = completeMapping(settled, look.header);
  const mapped = useQuery(
    trpc.revenue.inspect.queryOptions(
      { fileId, delimiter: settled.delimiter, mapping },
      { enabled: mapping !== null, placeholderData: keepPreviousData },
    ),
  );
  const shown = mapping === null ? look : mapped.data;
  const stale = settled !== draft || (mapping !== null && mapped.isPlaceholderData);
  return (
    <Section
      title="3. What its rows would become"
      description={
        mapping === null
          ? "Once every column above is chosen, what each row would become stands beside it."
          : "Each row as it stands in the file, and beside it what would be stored."
      }
    >
      {mapping !== null && mapped.error !== null && <FailureNotice failure={readFailure(mapped.error)} />}
      {shown !== undefined && <Preview inspected={shown} timeZone={settled.timeZone} stale={stale} />}
    </Section>
  );
}
