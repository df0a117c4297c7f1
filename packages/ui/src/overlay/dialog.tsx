import { lazy, Suspense, useState } from "react";
import type { DialogProps } from "./dialog-props";

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
