import { columnsOf, type views } from "@evenshare/domain";
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

/** What the file says of itself, as far as it was read. */
type FileLook = Pick<views.InspectedRevenue, "delimiter" | "header">;

/**
 * The mapping that is being made. While nobody has chosen anything it is the first saved one that reads the file as it
 * is, or an empty one; what was chosen stays when another file takes the place of the first.
 */
export function useMappingChoice(
  mappings: readonly views.NamedMapping[],
  file: FileLook | undefined,
  timeZone: string,
): MappingChoice {
  const [begun, setBegun] = useState<Begun | null>(null);
  // The same object until something changes: the preview waits until it has stayed the same for a moment.
  const suggested = useMemo(() => suggest(mappings, file, timeZone), [mappings, file, timeZone]);
  const { startedFrom, draft } = begun ?? suggested;
  const start = (from: string) => {
    const chosen = from === byHand ? undefined : mappings[Number(from)];
    const begins =
      chosen === undefined ? emptyDraft(file?.delimiter ?? ",", timeZone) : draftOf(chosen.mapping);
    setBegun({ startedFrom: from, draft: begins });
    return begins;
  };
  const change = (to: Partial<MappingDraft>) => {
    const changed = { ...draft, ...to };
    setBegun({ startedFrom, draft: changed });
    return changed;
  };
  return { draft, startedFrom, start, change };
}

function suggest(
  mappings: readonly views.NamedMapping[],
  file: FileLook | undefined,
  timeZone: string,
): Begun {
  const { delimiter, header } = file ?? { delimiter: ",", header: [] };
  const fits = mappings.findIndex(
    ({ id, mapping }) =>
      id !== null &&
      mapping.delimiter === delimiter &&
      columnsOf(mapping).every((column) => header.includes(column)),
  );
  const fitting = mappings[fits];
  return fitting === undefined
    ? { startedFrom: byHand, draft: emptyDraft(delimiter, timeZone) }
    : { startedFrom: String(fits), draft: draftOf(fitting.mapping) };
}
