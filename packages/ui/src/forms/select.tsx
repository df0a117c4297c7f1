import { ChevronsUpDown } from "lucide-react";
import type { ComponentPropsWithRef } from "react";
import { classNames } from "../class-names";
import { controlClasses } from "./control-look";
import { useFieldAttributes } from "./field-context";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectProps extends Omit<ComponentPropsWithRef<"select">, "children" | "multiple"> {
  options: readonly SelectOption[];
  /** Shown while nothing is chosen; cannot be chosen again. */
  placeholder?: string;
}

/** The browser's own select, which phones and keyboards know best. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  const wired = useFieldAttributes(rest);
  return (
    <span className={classNames("relative block", className)}>
      <select {...rest} {...wired} className={classNames(controlClasses, "h-10 appearance-none pr-9")}>
        {placeholder !== undefined && (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronsUpDown aria-hidden className="pointer-events-none absolute top-3 right-3 size-4 text-muted" />
    </span>
  );
}
