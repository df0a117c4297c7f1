import { type ReactNode, useRef } from "react";
import { Button } from "../actions/button";
import { FieldError } from "../forms/field";
import { Money } from "../money/money";
import { Dialog } from "./dialog";

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question: "Release to Studio Ada?" */
  title: ReactNode;
  /** What is moved, in minor units; the largest thing in the window. */
  amount?: bigint;
  currency?: string;
  /** What will happen, and whether it can be taken back. */
  children: ReactNode;
  /** The verb with its object: "Release £2,000.00". Never "OK". */
  confirmLabel: ReactNode;
  cancelLabel?: ReactNode;
  onConfirm: () => void;
  pending?: boolean;
  /** What went wrong when it was tried, and that nothing was done. */
  error?: ReactNode;
  tone?: "primary" | "danger";
}

/** Asks once more before money moves or something ends. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, amount, currency, children, onConfirm, pending = false, error } = props;
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      locked={pending}
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={() => onOpenChange(false)} disabled={pending}>
            {props.cancelLabel ?? "Cancel"}
          </Button>
          <Button variant={props.tone ?? "primary"} pending={pending} onClick={onConfirm}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {amount !== undefined && currency !== undefined && (
        <p className="mb-3">
          <Money amount={amount} currency={currency} size="figure" />
        </p>
      )}
      <div className="text-body">{children}</div>
      <div className="mt-3 empty:hidden">
        <FieldError id={undefined}>{error}</FieldError>
      </div>
    </Dialog>
  );
}
