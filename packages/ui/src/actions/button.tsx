import { LoaderCircle, type LucideIcon } from "lucide-react";
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from "react";
import { classNames } from "../class-names";
import { Link, type LinkProps } from "../link/link-context";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button-look";

interface ButtonLook {
  /** One `primary` per page. */
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** As wide as what holds it. */
  wide?: boolean;
}

export interface ButtonProps extends ButtonLook, Omit<ComponentPropsWithRef<"button">, "className"> {
  /** Shows a spinner, keeps the width, and ignores further clicks. */
  pending?: boolean;
}

export function Button(props: ButtonProps) {
  const {
    variant = "secondary",
    size = "regular",
    icon: Icon,
    wide = false,
    pending = false,
    ...rest
  } = props;
  const { children, onClick, type = "button", ...attributes } = rest;
  const guarded = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...attributes}
      type={type}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={guarded}
      className={buttonClasses(variant, size, wide)}
    >
      {pending && <LoaderCircle aria-hidden className="absolute size-4 animate-spin" />}
      <ButtonContent icon={Icon} hidden={pending}>
        {children}
      </ButtonContent>
    </button>
  );
}

export interface ButtonLinkProps extends ButtonLook, Omit<LinkProps, "className"> {}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink(props: ButtonLinkProps) {
  const { variant = "secondary", size = "regular", icon, wide = false, children, ...attributes } = props;
  return (
    <Link {...attributes} className={buttonClasses(variant, size, wide)}>
      <ButtonContent icon={icon}>{children}</ButtonContent>
    </Link>
  );
}

interface ButtonContentProps {
  icon: LucideIcon | undefined;
  hidden?: boolean;
  children: ReactNode;
}

function ButtonContent({ icon: Icon, hidden = false, children }: ButtonContentProps) {
  return (
    <span className={classNames("inline-flex items-center gap-2", hidden && "opacity-0")}>
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      {children}
    </span>
  );
}
