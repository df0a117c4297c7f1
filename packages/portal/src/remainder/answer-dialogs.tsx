import { useToast } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { readFailure } from "../api/failure";
import { useTRPC, useTRPCClient } from "../api/trpc";
import { usePortal } from "../app/portal";
import { useMoneyWords } from "../app/use-money-words";
import { CommandDialog } from "../command/command-dialog";
import { DeclineWithReasonDialog } from "../command/decline-with-reason-dialog";
import { useCommand } from "../command/use-command";
import type { MilestoneDialogProps } from "../release/release-dialog";
import { RemainderLines } from "./remainder-lines";
import { offerTitle } from "./remainder-words";

// The windows in which an offer about held money is answered or taken back.

/** Agrees, after showing the server's figures; it is carried out at once. */
export function AgreeRemainderDialog({ milestone, onClose }: MilestoneDialogProps) {
  const { id, money, counterparty, offer } = milestone;
  const { currency } = money;
  const { side } = usePortal();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const words = useMoneyWords(currency);
  const { notify } = useToast();
  const { run, pending, failure } = useCommand(client.milestones.agreeRemainder.mutate);
  const quote = useQuery(
    trpc.milestones.quoteRemainder.queryOptions(
      {
        id,
        kind: offer?.kind ?? "return",
        amount: offer?.amount ?? 0n,
        currency,
        targetId: offer?.target?.id ?? null,
      },
      { enabled: offer !== null, staleTime: 0 },
    ),
  );
  if (offer === null) return null;
  const title = offerTitle(offer, { side, other: counterparty.name, money: words });
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, id, offerId: offer.id }));
    if (done === undefined) return;
    notify(
      done.status === "agreed"
        ? { tone: "done", title, detail: `${counterparty.name} is told by mail.` }
        : {
            tone: "problem",
            title: "The offer is over",
            detail: "It was not possible any more. Nothing moved.",
          },
    );
    onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title={`Agree with ${counterparty.name}?`}
      description={`${title}. It is carried out at once and cannot be taken back.`}
      confirmLabel="Agree"
      onConfirm={() => void confirm()}
      pending={pending}
      disabled={quote.data === undefined}
      failure={failure}
      currency={currency}
    >
      <RemainderLines
        quote={quote.data}
        kind={offer.kind}
        side={side}
        other={counterparty.name}
        currency={currency}
        failure={quote.error && readFailure(quote.error)}
      />
    </CommandDialog>
  );
}

export function DeclineRemainderDialog({ milestone, onClose }: MilestoneDialogProps) {
  const { id, money, counterparty, offer } = milestone;
  const client = useTRPCClient();
  const { run, pending, failure } = useCommand(client.milestones.declineRemainder.mutate);
  if (offer === null) return null;
  const decline = async (reason: string) => {
    const done = await run((commandKey) => ({ commandKey, id, offerId: offer.id, reason }));
    if (done !== undefined) onClose();
  };
  return (
    <DeclineWithReasonDialog
      title={`Decline the offer of ${counterparty.name}?`}
      description="Nothing moves; the money stays held. They read your reason and can offer something else."
      onDecline={(reason) => void decline(reason)}
      onClose={onClose}
      pending={pending}
      failure={failure}
      currency={money.currency}
    />
  );
}

export function WithdrawRemainderDialog({ milestone, onClose }: MilestoneDialogProps) {
  const { id, money, counterparty, offer } = milestone;
  const client = useTRPCClient();
  const { run, pending, failure } = useCommand(client.milestones.withdrawRemainder.mutate);
  if (offer === null) return null;
  const confirm = async () => {
    const done = await run((commandKey) => ({ commandKey, id, offerId: offer.id }));
    if (done !== undefined) onClose();
  };
  return (
    <CommandDialog
      open
      onOpenChange={onClose}
      title="Withdraw your offer?"
      confirmLabel="Withdraw it"
      onConfirm={() => void confirm()}
      pending={pending}
      failure={failure}
      currency={money.currency}
    >
      <p className="text-dense">
        {counterparty.name} is told. The money stays held, and either side can make another offer.
      </p>
    </CommandDialog>
  );
}
