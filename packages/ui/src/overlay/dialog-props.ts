import type { ReactNode, RefObject } from "react";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** One or two sentences under the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons; the one that goes on stands last. */
  footer?: ReactNode;
  /** `sheet` comes from the bottom edge, for phones. */
  size?: "regular" | "wide" | "sheet";
  /** Kept open on Escape and on a press outside, while something runs. */
  locked?: boolean;
  initialFocus?: RefObject<HTMLElement | null>;
}
