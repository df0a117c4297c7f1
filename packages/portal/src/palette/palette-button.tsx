import { IconButton } from "@evenshare/ui";
import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Place } from "../app/place";

const loadDialog = async () => ({ default: (await import("./palette-dialog")).PaletteDialog });
/** Fetched when a pointer comes near or the keys are pressed, never with the page. */
const PaletteDialog = lazy(loadDialog);

const fetchAhead = () => {
  // A failure here is not lost: the press that follows asks again and shows it.
  loadDialog().catch(() => undefined);
};

/** Opens the palette: by its button, ⌘K or Ctrl-K. */
export function PaletteButton({ places }: { places: readonly Place[] }) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      if (event.shiftKey || event.altKey || event.isComposing) return;
      event.preventDefault();
      setWanted(true);
      setOpen((standing) => !standing);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <IconButton
        icon={Search}
        label="Go anywhere (Ctrl K)"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      />
      {wanted && (
        <Suspense fallback={null}>
          <PaletteDialog places={places} open={open} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
