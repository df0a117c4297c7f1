import { lazy, type ReactNode, Suspense, useRef, useState } from "react";

export interface PopoverProps {
  /** What the button shows. */
  trigger: ReactNode;
  /** The button's name. */
  label: string;
  triggerClassName?: string;
  /** The panel's heading. */
  title: ReactNode;
  /** A quiet link or button on the heading's line. */
  action?: ReactNode;
  /** What the panel shows below its heading, in a column; called once it is open. `close` puts it away. */
  children: (close: () => void) => ReactNode;
}

const loadPanel = async () => ({ default: (await import("./popover-panel")).PopoverPanel });
const PopoverPanel = lazy(loadPanel);

/** A failure here is not lost: the click that follows asks again and shows it. */
const fetchAhead = () => {
  loadPanel().catch(() => undefined);
};

/** A button that opens a panel beside it. The panel's code is fetched when a pointer or the focus comes near. */
export function Popover({ trigger, label, triggerClassName, title, action, children }: PopoverProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={label}
        className={triggerClassName}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => {
          setWanted(true);
          setOpen(!open);
        }}
      >
        {trigger}
      </button>
      {wanted && (
        <Suspense fallback={null}>
          <PopoverPanel anchor={button} open={open} onOpenChange={setOpen} title={title} action={action}>
            {children(() => setOpen(false))}
          </PopoverPanel>
        </Suspense>
      )}
    </>
  );
}
