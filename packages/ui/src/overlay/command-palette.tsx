import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { CornerDownLeft, Search } from "lucide-react";
import { useId } from "react";
import type { CommandPaletteProps, PaletteEntry } from "./command-palette-props";

/**
 * A window with one field and a list that follows it: arrow keys go through the list, Enter chooses, Escape closes.
 * The focus stays in the field, and readers hear the entry that is meant.
 */
export function CommandPalette<Entry extends PaletteEntry>(props: CommandPaletteProps<Entry>) {
  const { open, onOpenChange, label, placeholder, text, onTextChange, groups, empty, onChoose } = props;
  const hintId = useId();
  const items = groups.map((group) => ({ value: group.label, items: [...group.entries] }));
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="overlay-scrim fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          aria-label={label}
          className="overlay-panel fixed inset-x-2 top-[max(0.5rem,10dvh)] z-50 mx-auto flex max-h-[min(36rem,80dvh)] max-w-xl flex-col overflow-hidden rounded-card border bg-surface shadow-float outline-none"
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={items}
            value={text}
            onValueChange={(value, { reason }) => {
              // Choosing an entry would write its name into the field.
              if (reason !== "item-press") onTextChange(value);
            }}
            itemToStringValue={(entry: Entry) => entry.label}
            autoHighlight="always"
            keepHighlight
          >
            <div className="flex items-center gap-3 border-b px-4">
              <Search aria-hidden className="size-4.5 shrink-0 text-muted" />
              <Autocomplete.Input
                aria-label={placeholder}
                aria-describedby={hintId}
                placeholder={placeholder}
                className="h-13 w-full min-w-0 bg-transparent text-[1rem] outline-none placeholder:text-muted"
              />
              <Dialog.Close className="shrink-0 rounded-control border px-1.5 py-0.5 text-small text-muted hover:bg-sunken hover:text-ink">
                Esc<span className="sr-only">: close</span>
              </Dialog.Close>
            </div>
            <Autocomplete.Empty className="px-4 text-dense text-muted not-empty:py-6">
              {empty}
            </Autocomplete.Empty>
            <Autocomplete.List className="min-h-0 scroll-py-2 overflow-y-auto not-empty:py-1">
              {(group: { value: string; items: Entry[] }) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className="px-4 pt-2 pb-1 text-small text-muted">
                    {group.value}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(entry: Entry) => (
                      <Autocomplete.Item
                        key={entry.id}
                        value={entry}
                        onClick={() => onChoose(entry)}
                        className="group mx-1 flex min-h-10 cursor-default select-none items-center gap-3 rounded-control px-3 py-1.5 text-dense outline-none data-highlighted:bg-accent-soft"
                      >
                        <entry.icon aria-hidden className="size-4 shrink-0 text-muted" />
                        <span className="min-w-0 grow">
                          <span className="block truncate">{entry.label}</span>
                          {entry.detail !== undefined && (
                            <span className="block truncate text-small text-muted">{entry.detail}</span>
                          )}
                        </span>
                        <CornerDownLeft
                          aria-hidden
                          className="invisible size-4 shrink-0 text-muted group-data-highlighted:visible"
                        />
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
            <p id={hintId} className="hidden border-t px-4 py-2 text-small text-muted sm:block">
              ↑ ↓ to move, Enter to choose, Esc to close
            </p>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
