import type { views } from "@evenshare/domain";
import { Money, useToast } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { readFailure } from "../api/failure";
import { useTRPC, useTRPCClient } from "../api/trpc";
import { useMoneyWords } from "../app/use-money-words";
import { CommandDialog } from "../command/command-dialog";
import { QuoteLines } from "../command/quote-lines";
import { useCommand } from "../command/use-command";
import { HeldChanged } from "./held-changed";
import { SecondPersonNote, secondPersonToast } from "./second-person";
import { useSeenHeld } from "./use-seen-held";

export interface MilestoneDialogProps {
  milestone: views.MilestoneView;
  onClose: () => void;
}

/** Accepts the work and releases everything held, after showing the server's figures. */
export function ReleaseDialog({ milestone, onClose }: MilestoneDialogProps) {
  const { id, money, counterparty, terms } = milestone;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const words = useMoneyWords(money.currency);
  const { notify } = useToast();
  const seen = useSeenHeld(money.held);
  const { run, pending, failure } = useCommand(client.milestones.accept.mutate);
  const nothingHeld = seen.expected === 0n;
  const quote = useQuery(
    trpc.milestones.quoteRelease.queryOptions(
      { id, amount: seen.expected },
      { enabled: !nothingHeld, staleTime: 0 },
    ),
  );
  const secondPerson = quote.data?.secondPerson ?? null;
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, id, expectedHeld: seen.expected }));
    if (done === undefined) return;
    notify(
      done.approvalId !== null
        ? secondPersonToast
        : {
            tone: "done",
            title: nothingHeld ? "Accepted" : `${words(seen.expected)} is released`,
            detail: nothingHeld
              ? "Whatever you fund from now on goes out at once."
              : `${counterparty.name} is told by mail.`,
          },
    );
    onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={nothingHeld ? `Accept the work of ${counterparty.name}?` : `Release to ${counterparty.name}?`}
      confirmLabel={
        secondPerson
          ? "Ask a second person"
          : nothingHeld
            ? "Accept the work"
            : `Release ${words(seen.expected)}`
      }
      onConfirm={() => void confirm()}
      pending={pending}
      disabled={seen.changed || (!nothingHeld && quote.data === undefined)}
      failure={failure}
      currency={money.currency}
    >
      {!nothingHeld && (
        <>
          <p>
            <Money amount={seen.expected} currency={money.currency} size="figure" />
          </p>
          <QuoteLines
            currency={money.currency}
            failure={quote.error && readFailure(quote.error)}
            lines={[
              { label: "Released", amount: quote.data?.gross },
              {
                label:
                  terms.feeBearer === "brand"
                    ? "Platform fee, already paid beside it"
                    : "Platform fee, out of it",
                amount: quote.data?.fee,
              },
              { label: `${counterparty.name} receives`, amount: quote.data?.net, strong: true },
            ]}
          />
        </>
      )}
      {secondPerson && (
        <SecondPersonNote needed={secondPerson} amount={seen.expected} currency={money.currency} />
      )}
      <p className="text-dense">
        {secondPerson ? "Once it is approved, this" : "This"} accepts the work and cannot be taken back.
        {money.toFund > 0n &&
          ` ${words(money.toFund)} is not funded yet; it is released as soon as you fund it.`}
      </p>
      {seen.changed && (
        <HeldChanged before={words(seen.expected)} now={words(money.held)} onLookAgain={seen.lookAgain} />
      )}
    </CommandDialog>
  );
}
