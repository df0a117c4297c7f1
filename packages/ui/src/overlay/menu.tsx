import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import type { MenuGroup } from "./menu-items";

export interface MenuProps {
  /** What the button shows. */
  trigger: ReactNode;
  /** The button's name where what it shows is not enough. */
  label?: string;
  groups: readonly MenuGroup[];
  triggerClassName?: string;
  align?: "start" | "end";
}

const loadMenuPopup = async () => ({ default: (await import("./menu-popup")).MenuPopup });
const MenuPopup = lazy(loadMenuPopup);

/** A failure here is not lost: the click that follows asks again and shows it. */
const fetchAhead = () => {
  loadMenuPopup().catch(() => undefined);
};

/**
 * A button that opens a list of actions or places. The list's own code is fetched when a pointer or the focus comes
 * near, so that the menus of the shell cost the first load nothing.
 */
export function Menu({ trigger, label, groups, triggerClassName, align = "start" }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [byKeyboard, setByKeyboard] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        className={triggerClassName}
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={(event) => {
          setWanted(true);
          // A click that Enter or the space bar made has no count.
          setByKeyboard(event.detail === 0);
          setOpen(!open);
        }}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setWanted(true);
          setByKeyboard(true);
          setOpen(true);
        }}
      >
        {trigger}
      </button>
      {wanted && (
        <Suspense fallback={null}>
          <MenuPopup
            anchor={button}
            open={open}
            onOpenChange={setOpen}
            groups={groups}
            align={align}
            startAtFirst={byKeyboard}
          />
        </Suspense>
      )}
    </>
  );
}
