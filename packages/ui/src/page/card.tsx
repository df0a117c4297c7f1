import type { ReactNode } from "react";
import { classNames } from "../class-names";

export interface CardProps {
  children: ReactNode;
  className?: string;
}

/** Ground for one object: a milestone, a payment. Parts of a page are Sections instead. */
export function Card({ children, className }: CardProps) {
  return <div className={classNames("rounded-card border bg-surface p-4 sm:p-5", className)}>{children}</div>;
}
