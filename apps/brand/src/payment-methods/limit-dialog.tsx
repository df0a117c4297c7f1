import { type CurrencyCode, currencyCode, currencyCodes, type views } from "@evenshare/domain";
import { CommandDialog, useCommand, useTRPCClient } from "@evenshare/portal";
import { Field, MoneyField, type ParsedMoney, Select, useFormatting, writeAmount } from "@evenshare/ui";
import { useState } from "react";

export interface LimitDialogProps {
  method: views.PaymentMethodView;
  name: string;
  onClose: () => void;
}

/** Sets how much may be charged to a saved method in a calendar month without asking. */
export function LimitDialog({ method, name, onClose }: LimitDialogProps) {
  const client = useTRPCClient();
  const { locale } = useFormatting();
  const { limit, kind } = method;
  const [currency, setCurrency] = useState<CurrencyCode>(limit?.currency ?? "USD");
  const [text, setText] = useState(() => (limit === null ? "" : writeAmount(limit.amount, currency, locale)));
  const [parsed, setParsed] = useState<ParsedMoney>(
    limit === null ? { ok: false, problem: "empty" } : { ok: true, amount: limit.amount },
  );
  const [tried, setTried] = useState(false);
  const { run, pending, failure } = useCommand(client.paymentMethods.limit.mutate);
  const confirm = async () => {
    setTried(true);
    if (!parsed.ok) return;
    const wanted = { amount: parsed.amount, currency };
    const done = await run((commandKey) => ({ commandKey, id: method.id, limit: wanted }));
    if (done !== undefined) onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title="Set the limit"
      description={`The most that may be charged to ${name} in a calendar month without asking, payments under way included.`}
      confirmLabel="Set the limit"
      onConfirm={() => void confirm()}
      pending={pending}
      failure={failure}
      currency={currency}
    >
      {kind === "card" && (
        <Field label="Currency" hint="Milestones in other currencies are paid on the provider's page.">
          <Select
            value={currency}
            options={currencyCodes.map((code) => ({ value: code, label: code }))}
            onChange={(event) => setCurrency(currencyCode.parse(event.target.value))}
          />
        </Field>
      )}
      <MoneyField
        label="Limit per month"
        currency={currency}
        value={text}
        showProblem={tried}
        required
        onChange={(entered, read) => {
          setText(entered);
          setParsed(read);
        }}
      />
    </CommandDialog>
  );
}
