import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

export interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
  defaultOpen?: boolean;
}

/** Something that may be opened to read more. The browser's own, so that a search in the page finds what is inside. */
export function Disclosure({ summary, children, defaultOpen = false }: DisclosureProps) {
  return (
    <details open={defaultOpen} className="group/disclosure border-b">
      <summary className="flex list-none items-center gap-2 py-2.5 font-medium">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted transition-transform group-open/disclosure:rotate-90"
        />
        <span className="min-w-0 grow">{summary}</span>
      </summary>
      <div className="pb-4 pl-6">{children}</div>
    </details>
  );
}
