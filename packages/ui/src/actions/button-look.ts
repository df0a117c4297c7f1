import { classNames } from "../class-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "regular" | "small";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border border-control/55 bg-surface text-ink hover:bg-sunken",
  quiet: "text-accent hover:bg-accent-soft",
  danger: "bg-risk text-on-risk hover:brightness-92",
};

const sizes: Record<ButtonSize, string> = {
  regular: "min-h-10 px-4 py-2 text-body",
  small: "min-h-8 px-3 py-1 text-dense",
};

/** The classes of a button, shared by its button and its link form. */
export function buttonClasses(variant: ButtonVariant, size: ButtonSize, wide: boolean): string {
  return classNames(
    "relative inline-flex select-none items-center justify-center gap-2 rounded-control text-center font-medium",
    "transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-progress",
    variants[variant],
    sizes[size],
    wide && "w-full",
  );
}
