import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface MenuItem {
  readonly id: string;
  readonly label: ReactNode;
  /** A second, quieter line. */
  readonly detail?: ReactNode;
  readonly icon?: LucideIcon;
  /** Where it leads; otherwise what it does. */
  readonly href?: string;
  readonly onSelect?: () => void;
  /** Marks the one chosen of several. */
  readonly checked?: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

export interface MenuGroup {
  readonly id: string;
  readonly label?: string;
  readonly items: readonly MenuItem[];
}
