import { chargeStep } from "@evenshare/domain";
import { MoneyField, type ParsedMoney, useToast } from "@evenshare/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readFailure } from "../api/failure";
import { useTRPC, useTRPCClient } from "../api/trpc";
import { useMoneyWords } from "../app/use-money-words";
import { CommandDialog } from "../command/command-dialog";
import { QuoteLines } from "../command/quote-lines";
import { useCommand } from "../command/use-command";
import { useSettled } from "../command/use-settled";
import type { Rest } from "../remainder/rest-fields";
import { RestOfPart } from "../remainder/rest-of-part";
import { useRestOffer } from "../remainder/use-rest-offer";
import { HeldChanged } from "./held-changed";
import type { MilestoneDialogProps } from "./release-dialog";
import { SecondPersonNote, secondPersonToast } from "./second-person";
import { useSeenHeld } from "./use-seen-held";

/**
 * Releases a part of what is held, with the server's figures beside the amount as it is typed. The rest stays held, or is
 * offered to the other side to roll over or return.
 */
export function ReleasePartDialog({ milestone, onClose }: MilestoneDialogProps) {
  const { id, money, counterparty } = milestone;
  const { currency } = money;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const words = useMoneyWords(currency);
  const { notify } = useToast();
  const seen = useSeenHeld(money.held);
  const [text, setText] = useState("");
  const [parsed, setParsed] = useState<ParsedMoney>({ ok: false, problem: "empty" });
  const [tried, setTried] = useState(false);
  const { run, pending, failure } = useCommand(client.milestones.releasePart.mutate);
  const amount = parsed.ok ? parsed.amount : null;
  const asked = useSettled(amount);
  const quote = useQuery(
    trpc.milestones.quoteRelease.queryOptions(
      { id, amount: asked ?? 0n },
      { enabled: asked !== null, staleTime: 0, placeholderData: keepPreviousData },
    ),
  );
  const current = amount !== null && amount === asked && !quote.isPlaceholderData ? quote.data : undefined;
  const secondPerson = current?.secondPerson ?? null;
  const about = useRestOffer(milestone, secondPerson !== null);

  const confirm = async () => {
    setTried(true);
    if (amount === null || current === undefined || about.incomplete) return;
    const done = await run((commandKey) => ({
      commandKey,
      id,
      amount,
      currency,
      expectedHeld: seen.expected,
    }));
    if (done === undefined) return;
    const offered = done.approvalId !== null || (await about.make(current.heldAfter));
    notify(
      done.approvalId !== null
        ? secondPersonToast
        : partToast(words(amount), counterparty.name, offered ? about.rest : "not offered"),
    );
    onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={`Release a part to ${counterparty.name}`}
      description={`${words(seen.expected)} is held. The rest stays held, unless you both agree otherwise.`}
      confirmLabel={
        secondPerson ? "Ask a second person" : amount === null ? "Release" : `Release ${words(amount)}`
      }
      onConfirm={() => void confirm()}
      pending={pending || about.pending}
      disabled={seen.changed || (amount !== null && current === undefined)}
      failure={failure}
      currency={currency}
    >
      <MoneyField
        label="Amount to release"
        currency={currency}
        maximum={seen.expected}
        step={chargeStep(currency)}
        value={text}
        showProblem={tried}
        required
        onChange={(entered, read) => {
          setText(entered);
          setParsed(read);
        }}
      />
      {amount !== null && (
        <QuoteLines
          currency={currency}
          failure={quote.error && readFailure(quote.error)}
          lines={[
            { label: "Platform fee", amount: current?.fee },
            { label: `${counterparty.name} receives`, amount: current?.net, strong: true },
            { label: "Stays held", amount: current?.heldAfter },
          ]}
        />
      )}
      <RestOfPart milestone={milestone} about={about} showProblem={tried} />
      {secondPerson && amount !== null && (
        <SecondPersonNote needed={secondPerson} amount={amount} currency={currency} />
      )}
      {seen.changed && (
        <HeldChanged before={words(seen.expected)} now={words(money.held)} onLookAgain={seen.lookAgain} />
      )}
    </CommandDialog>
  );
}

/** What is said of a part that was released, and of the offer about the rest. */
function partToast(amount: string, other: string, rest: Rest | "not offered") {
  if (rest === "not offered") {
    return {
      tone: "problem",
      title: `${amount} is released, but the offer about the rest was not made`,
      detail: "The rest stays held. You can make the offer from this page.",
    } as const;
  }
  const asked = rest === "stays" ? "" : ", and asked about the rest";
  return {
    tone: "done",
    title: `${amount} is released`,
    detail: `${other} is told by mail${asked}.`,
  } as const;
}
