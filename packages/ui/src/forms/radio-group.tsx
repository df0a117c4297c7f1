import { type ReactNode, useId } from "react";
import { classNames } from "../class-names";
import { FieldError, FieldHint, hasError } from "./field";

export interface RadioOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

export interface RadioGroupProps {
  label: ReactNode;
  /** The form field's name. */
  name: string;
  options: readonly RadioOption[];
  /** The chosen value; empty for none. */
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
}

/** One choice of a few, each with room to explain itself. */
export function RadioGroup(props: RadioGroupProps) {
  const { label, name, options, value, onChange, hint, error, required = false } = props;
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = hasError(error) ? `${id}-error` : undefined;
  return (
    <fieldset aria-describedby={classNames(errorId, hintId) || undefined} className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-dense font-medium">{label}</legend>
      {hint !== undefined && <FieldHint id={hintId}>{hint}</FieldHint>}
      <div className="divide-y overflow-hidden rounded-control border border-control bg-surface">
        {options.map((option, index) => (
          <label
            key={option.value}
            htmlFor={`${id}-${index}`}
            className="flex items-start gap-2.5 px-3 py-2.5 has-checked:bg-accent-soft has-disabled:text-muted"
          >
            <input
              id={`${id}-${index}`}
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              required={required}
              aria-describedby={option.hint === undefined ? undefined : `${id}-${index}-hint`}
              onChange={() => onChange(option.value)}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block">{option.label}</span>
              {option.hint !== undefined && (
                <span id={`${id}-${index}-hint`} className="block text-small text-muted">
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={errorId}>{error}</FieldError>
    </fieldset>
  );
}
