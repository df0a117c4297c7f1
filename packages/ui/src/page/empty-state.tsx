import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface EmptyStateProps {
  icon?: LucideIcon;
  /** What will be here: "No milestones yet". */
  title: string;
  /** How it comes to be, so that the reader learns how the product works. */
  children: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-4 border-y py-8 sm:flex-row">
      {Icon && (
        <span aria-hidden className="grid size-10 shrink-0 place-items-center rounded-full border text-muted">
          <Icon className="size-5" />
        </span>
      )}
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <div className="mt-1 max-w-reading text-dense text-muted">{children}</div>
        {action !== undefined && <div className="mt-4">{action}</div>}
      </div>
    </div>
  );
}
