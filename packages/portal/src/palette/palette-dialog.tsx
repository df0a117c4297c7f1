import type { PaletteGroup } from "@evenshare/ui";
import { CommandPalette } from "@evenshare/ui/command-palette";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Handshake, Milestone } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useTRPC } from "../api/trpc";
import type { Place } from "../app/place";
import { usePortal } from "../app/portal";
import { useSession } from "../app/session";
import { useSettled } from "../command/use-settled";
import { stateWords } from "../milestone/state-words";
import { actionEntries, type PlaceEntry, placeEntries } from "./portal-entries";
import { rankEntries } from "./rank-entries";

interface PaletteDialogProps {
  places: readonly Place[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Drafting is offered for this many partnerships before anything is typed. */
const fewActions = 4;
const searchPauseMs = 180;

/** Goes anywhere and begins anything by typing. */
export function PaletteDialog({ places, open, onOpenChange }: PaletteDialogProps) {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const sought = useSettled(text.trim(), searchPauseMs);
  const found = useFound(sought);
  const { side } = usePortal();
  const { role } = useSession().active;
  const actions = useActions();
  const typed = text.trim() !== "";
  // What was found for fewer letters is shown on only where it holds the rest too: Enter takes what is on top.
  const looking = found.looking || sought !== text.trim();
  const foundPlaces = looking ? rankEntries(found.entries, text) : found.entries;

  const groups: PaletteGroup<PlaceEntry>[] = [
    { label: "Partnerships and milestones", entries: typed ? foundPlaces : [] },
    { label: "Go to", entries: rankEntries(placeEntries(places, { side, role }), text) },
    {
      label: "Begin",
      entries: typed ? rankEntries(actions, text) : actions.slice(0, fewActions),
    },
  ].filter(({ entries }) => entries.length > 0);

  return (
    <CommandPalette
      open={open}
      onOpenChange={(next) => {
        if (!next) setText("");
        onOpenChange(next);
      }}
      label="Go anywhere"
      placeholder="Search or go to"
      text={text}
      onTextChange={setText}
      groups={groups}
      empty={emptyWords(looking, found.failed)}
      onChoose={({ href }) => {
        setText("");
        onOpenChange(false);
        void navigate(href);
      }}
    />
  );
}

function emptyWords(looking: boolean, failed: boolean): string {
  if (looking) return "Looking…";
  if (failed) return "The search could not be reached. Try again in a moment, or open the lists.";
  return "Nothing of yours is called that. Try a part of a title or a partner's name.";
}

/** What the server finds among the reader's own partnerships and milestones, in its order. */
function useFound(sought: string) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.palette.find.queryOptions(
      { text: sought.slice(0, 100) },
      { enabled: sought !== "", placeholderData: keepPreviousData },
    ),
  );
  const entries = (query.data?.places ?? []).map((place): PlaceEntry => {
    const { kind, id, title, partner } = place;
    return kind === "partnership"
      ? {
          id: `partnership-${id}`,
          label: title,
          detail: partner,
          icon: Handshake,
          href: `/partnerships/${id}`,
        }
      : {
          id: `milestone-${id}`,
          label: title,
          detail: `${partner} · ${stateWords(place.state).word}`,
          icon: Milestone,
          href: `/milestones/${id}`,
        };
  });
  return { entries, looking: query.isFetching, failed: query.isError };
}

/** What the reader can begin, with the partnerships they can draft milestones in. */
function useActions(): PlaceEntry[] {
  const trpc = useTRPC();
  const { side } = usePortal();
  const { active } = useSession();
  const { data } = useQuery(trpc.partnerships.list.queryOptions({ limit: 100 }));
  const partnerships = (data?.items ?? []).map(({ id, title, counterparty }) => ({
    id,
    title,
    partner: counterparty.name,
  }));
  return actionEntries({ side, role: active.role, partnerships });
}
