import type { views } from "@evenshare/domain";
import { FailureNotice, useCommand, useTRPCClient } from "@evenshare/portal";
import { Button, Card, ConfirmDialog, DateTime, DescriptionList, Money } from "@evenshare/ui";
import { useState } from "react";
import { LimitDialog } from "./limit-dialog";

export interface PaymentMethodItemProps {
  method: views.PaymentMethodView;
  canManage: boolean;
  timeZone: string;
}

/** One saved card or bank account. */
export function PaymentMethodItem({ method, canManage, timeZone }: PaymentMethodItemProps) {
  const [opened, setOpened] = useState<"limit" | "remove" | null>(null);
  const client = useTRPCClient();
  const { run, pending, failure } = useCommand(client.paymentMethods.remove.mutate);
  const { id, label, last4, expires, limit, spent } = method;
  const name = `${label} ending in ${last4}`;
  const remove = async () => {
    const done = await run((commandKey) => ({ commandKey, id }));
    if (done !== undefined) setOpened(null);
  };
  return (
    <Card>
      <h2 className="mb-3 font-semibold">{name}</h2>
      <DescriptionList
        items={[
          ...(expires === null
            ? []
            : [{ term: "Expires", value: `${String(expires.month).padStart(2, "0")}/${expires.year}` }]),
          {
            term: "May be charged in a month",
            value:
              limit === null ? (
                "Nothing, until a limit is set"
              ) : (
                <Money amount={limit.amount} currency={limit.currency} />
              ),
          },
          ...(limit === null
            ? []
            : [{ term: "Charged this month", value: <Money amount={spent} currency={limit.currency} /> }]),
          {
            term: "Saved",
            value: (
              <>
                <DateTime at={method.savedAt} timeZone={timeZone} show="day" />, by {method.savedBy}
              </>
            ),
          },
        ]}
      />
      {canManage && (
        <div className="mt-4 flex flex-wrap gap-2">
          <Button onClick={() => setOpened("limit")} aria-label={`Set the limit of ${name}`}>
            Set the limit
          </Button>
          <Button variant="quiet" onClick={() => setOpened("remove")} aria-label={`Remove ${name}`}>
            Remove
          </Button>
        </div>
      )}
      {opened === "limit" && <LimitDialog method={method} name={name} onClose={() => setOpened(null)} />}
      <ConfirmDialog
        open={opened === "remove"}
        onOpenChange={() => setOpened(null)}
        title={`Remove ${name}?`}
        confirmLabel="Remove"
        tone="danger"
        pending={pending}
        onConfirm={() => void remove()}
      >
        Nothing more is charged to it. Payments that are under way go on.
        <FailureNotice failure={failure} />
      </ConfirmDialog>
    </Card>
  );
}
