import type { views } from "@evenshare/domain";
import { useMemo, useState } from "react";
import { draftOf, emptyDraft, type MappingDraft } from "./mapping-draft";

export const byHand = "";

export interface MappingChoice {
  readonly draft: MappingDraft;
  /** Which mapping it began from, by its place in the list; `byHand` for none. */
  readonly startedFrom: string;
  readonly start: (from: string) => void;
  readonly change: (change: Partial<MappingDraft>) => void;
}

interface Begun {
  readonly startedFrom: string;
  readonly draft: MappingDraft;
}

/**
 * The mapping that is being made. `suggested` is what the file itself suggests while nobody has chosen anything; what was
 * chosen stays when another file takes the place of the first.
 */
export function useMappingChoice(
  mappings: readonly views.NamedMapping[],
  { delimiter, timeZone }: Pick<MappingDraft, "delimiter" | "timeZone">,
): MappingChoice {
  const [begun, setBegun] = useState<Begun | null>(null);
  const startedFrom = begun?.startedFrom ?? byHand;
  // The same object until something changes: the preview waits until it has stayed the same for a moment.
  const draft = useMemo(() => begun?.draft ?? emptyDraft(delimiter, timeZone), [begun, delimiter, timeZone]);
  const start = (from: string) => {
    const chosen = from === byHand ? undefined : mappings[Number(from)];
    setBegun(chosen === undefined ? null : { startedFrom: from, draft: draftOf(chosen.mapping) });
  };
  return {
    draft,
    startedFrom,
    start,
    change: (change) => setBegun({ startedFrom, draft: { ...draft, ...change } }),
  };
}
