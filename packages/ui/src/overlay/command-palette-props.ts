import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Something that can be chosen in a palette: a place to go to, or something to begin. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly detail?: string | undefined;
  readonly icon: LucideIcon;
}

export interface PaletteGroup<Entry extends PaletteEntry> {
  readonly label: string;
  readonly entries: readonly Entry[];
}

export interface CommandPaletteProps<Entry extends PaletteEntry> {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The name of the window and of its list. */
  label: string;
  placeholder: string;
  text: string;
  onTextChange: (text: string) => void;
  /** What matches the text, best first. Choosing what matches is the caller's. */
  groups: readonly PaletteGroup<Entry>[];
  /** Said when nothing matches, or while it is looked for. */
  empty: ReactNode;
  onChoose: (entry: Entry) => void;
}
