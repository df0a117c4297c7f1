import { type ReactNode, useId } from "react";

export interface SectionProps {
  title: ReactNode;
  /** One sentence under the heading. */
  description?: ReactNode;
  /** A quiet link or button on the heading's line. */
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page under a hairline and a heading (h2). */
export function Section({ title, description, action, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-9 first:mt-0">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-3">
        <div>
          <h2 id={id} className="text-section font-semibold">
            {title}
          </h2>
          {description !== undefined && <p className="max-w-reading text-dense text-muted">{description}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
