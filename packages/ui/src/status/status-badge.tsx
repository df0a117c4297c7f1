import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { type StatusTone, toneLooks } from "./status-tone";

export interface StatusBadgeProps {
  tone: StatusTone;
  /** The state in words. */
  children: ReactNode;
  /** In place of the tone's own icon. */
  icon?: LucideIcon;
  /** `plain` has no ground: for table cells. */
  variant?: "soft" | "plain";
}

/** A state: icon, word and colour together, never colour alone. */
export function StatusBadge({ tone, children, icon, variant = "soft" }: StatusBadgeProps) {
  const look = toneLooks[tone];
  const Icon = icon ?? look.icon;
  return (
    <span
      className={classNames(
        "inline-block whitespace-nowrap text-small font-medium",
        look.text,
        variant === "soft" && `${look.soft} rounded-control px-2 py-0.5`,
      )}
    >
      <Icon aria-hidden className="mr-1.5 inline-block size-3.5 align-[-0.15em]" strokeWidth={2.25} />
      {children}
    </span>
  );
}
