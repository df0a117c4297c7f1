import { CircleAlert } from "lucide-react";
import { type ReactNode, useId, useMemo } from "react";
import { classNames } from "../class-names";
import { FieldContext } from "./field-context";

export interface FieldProps {
  label: ReactNode;
  /** One control: TextInput, TextArea, Select, MoneyInput. */
  children: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to put it right. */
  error?: ReactNode;
  required?: boolean;
  /** Writes "optional" beside the label. */
  optional?: boolean;
  /** The control's id, where an error summary has to point at it. */
  id?: string;
  className?: string;
}

/** A labelled control with its hint and its error. */
export function Field(props: FieldProps) {
  const { label, children, hint, error, required = false, optional = false, id, className } = props;
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = hint === undefined ? undefined : `${controlId}-hint`;
  const errorId = hasError(error) ? `${controlId}-error` : undefined;
  const wiring = useMemo(
    () => ({
      controlId,
      describedBy: classNames(errorId, hintId) || undefined,
      invalid: errorId !== undefined,
      required,
    }),
    [controlId, errorId, hintId, required],
  );
  return (
    <div className={classNames("flex flex-col gap-1.5", className)}>
      <label htmlFor={controlId} className="text-dense font-medium">
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      {hint !== undefined && <FieldHint id={hintId}>{hint}</FieldHint>}
      <FieldContext value={wiring}>{children}</FieldContext>
      <FieldError id={errorId}>{error}</FieldError>
    </div>
  );
}

/** Whether an `error` prop says anything. */
export function hasError(error: ReactNode): boolean {
  return error !== undefined && error !== null && error !== false && error !== "";
}

export function FieldHint({ id, children }: { id: string | undefined; children: ReactNode }) {
  return (
    <p id={id} className="max-w-reading text-small text-muted">
      {children}
    </p>
  );
}

/** Kept in the page while empty, so that an error that appears is read out. */
export function FieldError({ id, children }: { id: string | undefined; children: ReactNode }) {
  return (
    <div aria-live="polite">
      {hasError(children) && (
        <p id={id} className="flex items-start gap-1.5 text-small font-medium text-risk-text">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
