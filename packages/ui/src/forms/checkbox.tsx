import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import { classNames } from "../class-names";
import { FieldError, FieldHint, hasError } from "./field";

export interface CheckboxProps extends Omit<ComponentPropsWithRef<"input">, "type" | "className"> {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

export function Checkbox({ label, hint, error, id, ...rest }: CheckboxProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = hint === undefined ? undefined : `${controlId}-hint`;
  const errorId = hasError(error) ? `${controlId}-error` : undefined;
  return (
    <div className="flex items-start gap-2.5">
      <input
        {...rest}
        id={controlId}
        type="checkbox"
        aria-describedby={classNames(errorId, hintId) || undefined}
        aria-invalid={errorId !== undefined || undefined}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={controlId}>{label}</label>
        {hint !== undefined && <FieldHint id={hintId}>{hint}</FieldHint>}
        <FieldError id={errorId}>{error}</FieldError>
      </div>
    </div>
  );
}
