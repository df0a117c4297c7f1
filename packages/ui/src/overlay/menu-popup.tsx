import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { type FocusEvent, type RefObject, useState } from "react";
import { classNames } from "../class-names";
import { Link } from "../link/link-context";
import type { MenuGroup, MenuItem } from "./menu-items";

interface MenuPopupProps {
  anchor: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly MenuGroup[];
  align: "start" | "end";
  /** Puts the focus on the first entry once it is open. */
  startAtFirst: boolean;
}

export function MenuPopup(props: MenuPopupProps) {
  const { anchor, open, onOpenChange, groups, align, startAtFirst } = props;
  // Inside a landmark, so that someone who reads by landmarks does not lose it; <body> lies outside of all of them.
  const [landmark] = useState(() => anchor.current?.closest<HTMLElement>("header, main"));
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal container={landmark ?? undefined}>
        <Base.Positioner anchor={anchor} align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            finalFocus={anchor}
            onFocus={startAtFirst ? passFocusOn : undefined}
            className="overlay-float max-h-(--available-height) min-w-56 max-w-80 overflow-y-auto rounded-card border bg-surface py-1 shadow-float outline-none"
          >
            {groups.map((group) => (
              <Base.Group key={group.id} className="border-b py-1 last:border-b-0">
                {group.label !== undefined && (
                  <Base.GroupLabel className="px-3 py-1 text-small text-muted">{group.label}</Base.GroupLabel>
                )}
                {group.items.map((item) => (
                  <Row key={item.id} item={item} />
                ))}
              </Base.Group>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** The list takes the focus itself when it opens; from there it goes to the first entry. */
function passFocusOn(event: FocusEvent<HTMLElement>) {
  if (event.target !== event.currentTarget) return;
  event.currentTarget.querySelector<HTMLElement>("[role=menuitem]")?.focus();
}

function Row({ item }: { item: MenuItem }) {
  const className = classNames(
    "mx-1 flex cursor-default select-none items-start gap-2.5 rounded-control px-2 py-1.5 text-dense outline-none",
    "data-highlighted:bg-accent-soft data-disabled:text-muted",
    item.danger ? "text-risk-text" : "text-ink",
  );
  const Icon = item.icon;
  const content = (
    <>
      {Icon && <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-current" />}
      <span className="min-w-0 grow">
        <span className="block">{item.label}</span>
        {item.detail !== undefined && <span className="block text-small text-muted">{item.detail}</span>}
      </span>
      {item.checked && <Check aria-label="current" className="mt-0.5 size-4 shrink-0 text-accent" />}
    </>
  );
  if (item.href !== undefined) {
    return (
      <Base.LinkItem
        closeOnClick
        render={<Link href={item.href} />}
        onClick={item.onSelect}
        className={className}
      >
        {content}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item disabled={item.disabled ?? false} onClick={item.onSelect} className={className}>
      {content}
    </Base.Item>
  );
}
