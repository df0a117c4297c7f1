import type { ComponentPropsWithRef } from "react";
import { classNames } from "../class-names";
import { controlClasses } from "./control-look";
import { useFieldAttributes } from "./field-context";

export type TextInputProps = ComponentPropsWithRef<"input">;

export function TextInput({ className, type = "text", ...rest }: TextInputProps) {
  const wired = useFieldAttributes(rest);
  return <input {...rest} {...wired} type={type} className={classNames(controlClasses, "h-10", className)} />;
}

export type TextAreaProps = ComponentPropsWithRef<"textarea">;

export function TextArea({ className, rows = 4, ...rest }: TextAreaProps) {
  const wired = useFieldAttributes(rest);
  return (
    <textarea
      {...rest}
      {...wired}
      rows={rows}
      className={classNames(controlClasses, "min-h-20 py-2", className)}
    />
  );
}
