import type { views } from "@evenshare/domain";
import { useMemo, useState } from "react";
import { draftOf, emptyDraft, type MappingDraft } from "./mapping-draft";

export const byHand = "";

export interface MappingChoice {
  readonly draft: MappingDraft;
  /** Which mapping it began from, by its place in the list; `byHand` for none. */
  readonly startedFrom: string;
  /** Both answer the draft as it is from now on. */
  readonly start: (from: string) => MappingDraft;
  readonly change: (change: Partial<MappingDraft>) => MappingDraft;
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
    const begins = chosen === undefined ? emptyDraft(delimiter, timeZone) : draftOf(chosen.mapping);
    setBegun(chosen === undefined ? null : { startedFrom: from, draft: begins });
    return begins;
  };
  const change = (to: Partial<MappingDraft>) => {
    const changed = { ...draft, ...to };
    setBegun({ startedFrom, draft: changed });
    return changed;
  };
  return { draft, startedFrom, start, change };
}
