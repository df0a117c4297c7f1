import { Button, Dialog } from "@evenshare/ui";
import { type FormEvent, type ReactNode, useId } from "react";
import type { Failure } from "../api/failure";
import { FailureNotice } from "../failures/failure-notice";

export interface CommandDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** The verb with its object: "Release £2,000.00". */
  confirmLabel: ReactNode;
  onConfirm: () => void;
  pending: boolean;
  /** While the figures to be confirmed are not known, or are not those on screen. */
  disabled?: boolean;
  failure: Failure | null;
  currency?: string;
  tone?: "primary" | "danger";
  size?: "regular" | "wide";
  children: ReactNode;
}

/** A window in which one command is filled in and sent. Enter sends it; what went wrong stands above its buttons. */
export function CommandDialog(props: CommandDialogProps) {
  const {
    open,
    onOpenChange,
    title,
    description,
    confirmLabel,
    onConfirm,
    pending,
    disabled = false,
    failure,
  } = props;
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending && !disabled) onConfirm();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      {...(description !== undefined && { description })}
      size={props.size ?? "regular"}
      locked={pending}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)} disabled={pending}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={formId}
            variant={props.tone ?? "primary"}
            pending={pending}
            disabled={disabled}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {props.children}
        <FailureNotice
          failure={failure}
          {...(props.currency !== undefined && { currency: props.currency })}
        />
      </form>
    </Dialog>
  );
}
