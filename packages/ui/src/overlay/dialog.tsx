import { lazy, type ReactNode, type RefObject, Suspense, useState } from "react";

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

const DialogPanel = lazy(async () => ({ default: (await import("./dialog-panel")).DialogPanel }));

/** A modal window. What makes it one is fetched the first time it opens, so that it costs a page's first load nothing. */
export function Dialog(props: DialogProps) {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <DialogPanel {...props} />
    </Suspense>
  );
}
