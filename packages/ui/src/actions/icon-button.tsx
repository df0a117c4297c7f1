import type { LucideIcon } from "lucide-react";
import type { ComponentPropsWithRef } from "react";
import { classNames } from "../class-names";

export interface IconButtonProps extends Omit<ComponentPropsWithRef<"button">, "className" | "aria-label"> {
  /** What it does, in words; read out and shown on hover. */
  label: string;
  icon: LucideIcon;
  size?: "regular" | "small";
}

export function IconButton({
  label,
  icon: Icon,
  size = "regular",
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        "grid shrink-0 place-items-center rounded-control text-muted transition-colors",
        "hover:bg-sunken hover:text-ink disabled:opacity-50",
        size === "regular" ? "size-10" : "size-8",
      )}
    >
      <Icon aria-hidden className="size-4.5" />
    </button>
  );
}
