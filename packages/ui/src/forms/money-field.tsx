import { type ReactNode, useState } from "react";
import { useFormatting } from "../format/formatting-context";
import { describeMoneyProblem } from "../money/money-problem";
import { parseMoney } from "../money/parse-money";
import { Field } from "./field";
import { MoneyInput, type MoneyInputProps } from "./money-input";

export interface MoneyFieldProps extends MoneyInputProps {
  label: ReactNode;
  hint?: ReactNode;
  /** An error from the server; it stands before the field's own. */
  error?: ReactNode;
  /** Says what is wrong even before the reader has left the field: set it once a submit was tried. */
  showProblem?: boolean;
}

/** A MoneyInput with label, hint, and a sentence about what is wrong once the reader has left it. */
export function MoneyField({
  label,
  hint,
  error,
  showProblem = false,
  id,
  onBlur,
  ...input
}: MoneyFieldProps) {
  const { locale } = useFormatting();
  const [left, setLeft] = useState(false);
  const limits = { minimum: input.minimum, maximum: input.maximum, step: input.step };
  const parsed = parseMoney(input.value, input.currency, locale, limits);
  const speaks = showProblem || (left && input.value !== "");
  const problem =
    speaks && !parsed.ok && describeMoneyProblem(parsed.problem, input.currency, locale, limits);
  return (
    <Field
      label={label}
      hint={hint}
      error={error ?? problem}
      required={input.required ?? false}
      {...(id && { id })}
    >
      <MoneyInput
        {...input}
        onBlur={(event) => {
          setLeft(true);
          onBlur?.(event);
        }}
      />
    </Field>
  );
}
