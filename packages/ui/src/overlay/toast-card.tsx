import { CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "../actions/button";
import { IconButton } from "../actions/icon-button";

export interface Toast {
  readonly id: number;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** A `problem` stays until it is closed. */
  readonly tone?: "info" | "done" | "problem";
  readonly action?: { readonly label: string; readonly onSelect: () => void };
}

const looks = {
  info: { icon: Info, className: "text-accent" },
  done: { icon: CircleCheck, className: "text-released-text" },
  problem: { icon: TriangleAlert, className: "text-risk-text" },
};

const shownFor = 7_000;

export function ToastCard({ toast, onDismiss }: { toast: Toast; onDismiss: (id: number) => void }) {
  const [paused, setPaused] = useState(false);
  const tone = toast.tone ?? "info";
  const stays = tone === "problem" || toast.action !== undefined || paused;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => onDismiss(toast.id), shownFor);
    return () => clearTimeout(timer);
  }, [stays, toast.id, onDismiss]);
  const { icon: Icon, className } = looks[tone];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: reading it or tabbing into it only keeps it from going away
    <div
      className="toast pointer-events-auto flex w-full max-w-sm items-start gap-3 rounded-card border bg-surface py-2 pr-2 pl-4 shadow-float"
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      <Icon aria-hidden className={`mt-2 size-4 shrink-0 ${className}`} />
      <div className="min-w-0 grow py-1 text-dense">
        <p className="font-medium">{toast.title}</p>
        {toast.detail !== undefined && <p className="text-muted">{toast.detail}</p>}
        {toast.action && (
          <div className="-ml-3">
            <Button variant="quiet" size="small" onClick={toast.action.onSelect}>
              {toast.action.label}
            </Button>
          </div>
        )}
      </div>
      <IconButton label="Dismiss" icon={X} size="small" onClick={() => onDismiss(toast.id)} />
    </div>
  );
}
