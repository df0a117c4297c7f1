import { chargeStep } from "@evenshare/domain";
import { MoneyField, type ParsedMoney, useToast } from "@evenshare/ui";
import { useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { usePortal } from "../app/portal";
import { useMoneyWords } from "../app/use-money-words";
import { CommandDialog } from "../command/command-dialog";
import { useCommand } from "../command/use-command";
import { HeldChanged } from "../release/held-changed";
import type { MilestoneDialogProps } from "../release/release-dialog";
import { useSeenHeld } from "../release/use-seen-held";
import { RemainderLines } from "./remainder-lines";
import { RestFields } from "./rest-fields";
import { useRemainderQuote } from "./use-remainder-quote";

/** Offers the other side what is to become of held money. Nothing moves until they agree. */
export function OfferRemainderDialog({ milestone, onClose }: MilestoneDialogProps) {
  const { id, money, counterparty } = milestone;
  const { currency } = money;
  const { side } = usePortal();
  const client = useTRPCClient();
  const words = useMoneyWords(currency);
  const { notify } = useToast();
  const seen = useSeenHeld(money.held);
  const [kind, setKind] = useState<"roll" | "return">("return");
  const [targetId, setTargetId] = useState<string | null>(null);
  const [text, setText] = useState("");
  const [parsed, setParsed] = useState<ParsedMoney | null>(null);
  const [tried, setTried] = useState(false);
  const { run, pending, failure } = useCommand(client.milestones.offerRemainder.mutate);
  const amount = wantedAmount(parsed, seen.expected);
  const complete = kind === "return" || targetId !== null;
  const { quote, failure: notPossible } = useRemainderQuote(milestone, { kind, amount, targetId });
  const confirm = async () => {
    setTried(true);
    if (amount === null || !complete || quote === undefined) return;
    const expectedHeld = seen.expected;
    const done = await run((commandKey) => ({
      commandKey,
      id,
      kind,
      amount,
      currency,
      targetId,
      expectedHeld,
    }));
    if (done === undefined) return;
    notify({
      tone: "done",
      title: "The offer is made",
      detail: `${counterparty.name} is asked by mail. Until they answer the money stays held.`,
    });
    onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title="What is to become of the held money?"
      description={`${words(seen.expected)} is held. You offer, ${counterparty.name} agrees or declines; until then nothing moves.`}
      confirmLabel={`Offer it to ${counterparty.name}`}
      onConfirm={() => void confirm()}
      pending={pending}
      disabled={seen.changed || (amount !== null && complete && quote === undefined)}
      failure={failure}
      currency={currency}
    >
      <RestFields
        milestone={milestone}
        side={side}
        choices={["return", "roll"]}
        rest={kind}
        targetId={targetId}
        showProblem={tried}
        onChange={(rest, chosen) => {
          setKind(rest === "roll" ? "roll" : "return");
          setTargetId(chosen);
        }}
      />
      <MoneyField
        label="How much of it"
        hint={`Left empty, all of it: ${words(seen.expected)}.`}
        currency={currency}
        maximum={seen.expected}
        step={chargeStep(currency)}
        value={text}
        showProblem={tried && amount === null}
        onChange={(entered, read) => {
          setText(entered);
          setParsed(read);
        }}
      />
      {amount !== null && complete && (
        <RemainderLines
          quote={quote}
          kind={kind}
          side={side}
          other={counterparty.name}
          currency={currency}
          failure={notPossible}
        />
      )}
      {seen.changed && (
        <HeldChanged before={words(seen.expected)} now={words(money.held)} onLookAgain={seen.lookAgain} />
      )}
    </CommandDialog>
  );
}

/** All of it, unless a part is typed; null while what is typed is no amount. */
function wantedAmount(parsed: ParsedMoney | null, all: bigint): bigint | null {
  if (parsed === null) return all;
  if (parsed.ok) return parsed.amount;
  return parsed.problem === "empty" ? all : null;
}
