import { Popover as Base } from "@base-ui/react/popover";
import { type ReactNode, type RefObject, useState } from "react";

interface PopoverPanelProps {
  anchor: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  action: ReactNode;
  children: ReactNode;
}

export function PopoverPanel({ anchor, open, onOpenChange, title, action, children }: PopoverPanelProps) {
  // Inside a landmark, so that someone who reads by landmarks does not lose it.
  const [landmark] = useState(() => anchor.current?.closest<HTMLElement>("header, main"));
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { event }) => {
        // A press on the button itself is the button's to answer.
        const { target } = event;
        if (!next && target instanceof Node && anchor.current?.contains(target)) return;
        onOpenChange(next);
      }}
    >
      <Base.Portal container={landmark ?? undefined}>
        <Base.Positioner anchor={anchor} align="end" sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            finalFocus={anchor}
            className="overlay-float flex max-h-[min(36rem,var(--available-height))] w-[min(26rem,calc(100vw-1rem))] flex-col rounded-card border bg-surface shadow-float outline-none"
          >
            <div className="flex items-baseline justify-between gap-4 border-b px-4 py-3">
              <Base.Title className="font-semibold">{title}</Base.Title>
              {action}
            </div>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
