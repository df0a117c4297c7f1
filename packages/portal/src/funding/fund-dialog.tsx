import { chargeMinimum, chargeStep } from "@evenshare/domain";
import {
  formatMoney,
  MoneyField,
  type ParsedMoney,
  RadioGroup,
  useFormatting,
  writeAmount,
} from "@evenshare/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readFailure } from "../api/failure";
import { useTRPC, useTRPCClient } from "../api/trpc";
import { CommandDialog } from "../command/command-dialog";
import { QuoteLines } from "../command/quote-lines";
import { useCommand } from "../command/use-command";
import { useSettled } from "../command/use-settled";
import type { MilestoneDialogProps } from "../release/release-dialog";
import { useLeaving } from "./use-leaving";
import { useSavedChoice } from "./use-saved-choice";

/** Chooses how much to fund, shows what is charged, and goes to the payment provider's page. */
export function FundDialog({ milestone, onClose }: MilestoneDialogProps) {
  const { id, money, counterparty, terms } = milestone;
  const { currency, toFund, funded, committed } = money;
  const { locale } = useFormatting();
  const words = (sum: bigint) => formatMoney(sum, currency, locale);
  const smallest = `The smallest payment is ${words(chargeMinimum(currency))}.`;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [leaving, leaveFor] = useLeaving();
  const [text, setText] = useState(() => writeAmount(toFund, currency, locale));
  const [parsed, setParsed] = useState<ParsedMoney>({ ok: true, amount: toFund });
  const [tried, setTried] = useState(false);
  const page = useCommand(client.milestones.fund.mutate);
  const saved = useCommand(client.milestones.fundFromSaved.mutate);
  const choice = useSavedChoice(currency, words);
  const { methodId } = choice;
  const { pending, failure } = methodId === null ? page : saved;
  const amount = parsed.ok ? parsed.amount : null;
  const asked = useSettled(amount);
  const quote = useQuery(
    trpc.milestones.quoteFunding.queryOptions(
      { id, amount: asked ?? 0n, currency },
      { enabled: asked !== null, staleTime: 0, placeholderData: keepPreviousData },
    ),
  );
  const current = amount !== null && amount === asked && !quote.isPlaceholderData ? quote.data : undefined;

  const confirm = async () => {
    setTried(true);
    if (amount === null || current === undefined) return;
    if (methodId === null) {
      const done = await page.run((commandKey) => ({ commandKey, id, amount, currency }));
      if (done !== undefined) leaveFor(done.checkoutUrl);
      return;
    }
    const done = await saved.run((commandKey) => ({ commandKey, id, amount, currency, methodId }));
    // A card that wants its holder is paid on the provider's page.
    if (done?.checkoutUrl) leaveFor(done.checkoutUrl);
    else if (done !== undefined) onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title="Fund the milestone"
      description={`The payment provider holds the money until you release it to ${counterparty.name}.`}
      confirmLabel={current === undefined ? "Go to payment" : `Pay ${words(current.charged)}`}
      onConfirm={() => void confirm()}
      pending={pending || leaving}
      disabled={amount !== null && current === undefined}
      failure={failure}
      currency={currency}
    >
      <MoneyField
        label="Amount for the milestone"
        hint={
          funded < terms.minimumStart
            ? `${words(toFund)} is to fund. Work may start once ${words(terms.minimumStart)} is held. ${smallest}`
            : `${words(toFund)} is to fund. ${smallest}`
        }
        currency={currency}
        minimum={chargeMinimum(currency)}
        maximum={toFund}
        step={chargeStep(currency)}
        value={text}
        showProblem={tried}
        required
        onChange={(entered, read) => {
          setText(entered);
          setParsed(read);
        }}
      />
      {choice.options.length > 1 && (
        <RadioGroup
          label="Pay"
          name="method"
          value={choice.chosen}
          options={choice.options}
          onChange={choice.choose}
        />
      )}
      {amount !== null && (
        <QuoteLines
          currency={currency}
          failure={quote.error && readFailure(quote.error)}
          lines={[
            { label: "For the milestone", amount: current?.amount },
            { label: "Platform fee, beside it", amount: current?.fee },
            { label: "You are charged", amount: current?.charged, strong: true },
          ]}
        />
      )}
      {amount !== null && amount < toFund && (
        <p className="text-dense text-muted">
          {words(funded + amount)} of {words(committed)} will be funded; {counterparty.name} is told that work
          above it is unprotected.
        </p>
      )}
    </CommandDialog>
  );
}
