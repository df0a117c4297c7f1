import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export interface ErrorStateProps {
  /** What happened: "The held funds could not be read." */
  title: string;
  /** What was not done: "Nothing was released." */
  notDone?: ReactNode;
  /** What to do now. */
  children: ReactNode;
  /** Try again, or the way back. */
  action?: ReactNode;
  /** So that support can find it. */
  requestId?: string | undefined;
}

export function ErrorState({ title, notDone, children, action, requestId }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-start gap-4 border-y py-8 sm:flex-row">
      <span
        aria-hidden
        className="grid size-10 shrink-0 place-items-center rounded-full bg-risk-soft text-risk-text"
      >
        <TriangleAlert className="size-5" />
      </span>
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <div className="mt-1 max-w-reading text-dense">
          {notDone !== undefined && <p className="font-medium">{notDone}</p>}
          <div className="text-muted">{children}</div>
        </div>
        {action !== undefined && <div className="mt-4">{action}</div>}
        {requestId !== undefined && (
          <p className="mt-4 text-small text-muted">
            Request <code className="figures font-sans break-all text-ink">{requestId}</code>
          </p>
        )}
      </div>
    </div>
  );
}
