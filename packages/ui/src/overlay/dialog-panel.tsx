import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { classNames } from "../class-names";
import type { DialogProps } from "./dialog-props";

const places = {
  regular: "inset-x-3 top-[max(1rem,10dvh)] mx-auto max-w-lg rounded-card",
  wide: "inset-x-3 top-[max(1rem,6dvh)] mx-auto max-w-3xl rounded-card",
  sheet: "inset-x-0 bottom-0 rounded-t-card pb-[env(safe-area-inset-bottom)]",
};

export function DialogPanel(props: DialogProps) {
  const {
    open,
    onOpenChange,
    title,
    description,
    children,
    footer,
    size = "regular",
    locked = false,
  } = props;
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (next || !locked) onOpenChange(next);
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="overlay-scrim fixed inset-0 z-40 bg-scrim" />
        <Base.Popup
          initialFocus={props.initialFocus}
          className={classNames(
            "overlay-panel fixed z-50 flex max-h-[84dvh] flex-col border bg-surface shadow-float outline-none",
            places[size],
          )}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4">
            <div className="pt-1">
              <Base.Title className="text-section font-semibold">{title}</Base.Title>
              {description !== undefined && (
                <Base.Description className="mt-1 text-dense text-muted">{description}</Base.Description>
              )}
            </div>
            <Base.Close
              aria-label="Close"
              disabled={locked}
              className="-mr-2 grid size-9 shrink-0 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink disabled:opacity-50"
            >
              <X aria-hidden className="size-4.5" />
            </Base.Close>
          </header>
          <div className="grow overflow-y-auto px-5 py-4">{children}</div>
          {footer !== undefined && (
            <footer className="flex flex-col-reverse gap-2 border-t px-5 py-3 sm:flex-row sm:justify-end">
              {footer}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
