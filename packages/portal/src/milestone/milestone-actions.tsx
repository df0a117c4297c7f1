import type { views } from "@evenshare/domain";
import { Button, ButtonLink, type ButtonProps } from "@evenshare/ui";
import { type ComponentType, lazy, Suspense, useState } from "react";
import { useTRPCClient } from "../api/trpc";
import { useMoneyWords } from "../app/use-money-words";
import { useCommand } from "../command/use-command";
import { FailureNotice } from "../failures/failure-notice";
import type { MilestoneDialogProps } from "../release/release-dialog";
import { actionWords } from "./action-words";
import { orderActions } from "./actions";

type MilestoneView = views.MilestoneView;
type MilestoneAction = views.MilestoneAction;

/** Steps that are filled in or confirmed in a window; each window's code is fetched when it is first opened. */
const dialogs: Partial<Record<MilestoneAction, ComponentType<MilestoneDialogProps>>> = {
  accept: lazy(async () => ({ default: (await import("../release/release-dialog")).ReleaseDialog })),
  release_part: lazy(async () => ({
    default: (await import("../release/release-part-dialog")).ReleasePartDialog,
  })),
  fund: lazy(async () => ({ default: (await import("../funding/fund-dialog")).FundDialog })),
  repay: lazy(async () => ({ default: (await import("../funding/repay-dialog")).RepayDialog })),
  request_revision: lazy(async () => ({ default: (await import("./revision-dialog")).RevisionDialog })),
  agree: lazy(async () => ({ default: (await import("./agree-dialog")).AgreeDialog })),
  approve_release: lazy(async () => ({
    default: (await import("../approval/milestone-dialogs")).ApproveReleaseDialog,
  })),
  decline_release: lazy(async () => ({
    default: (await import("../approval/milestone-dialogs")).DeclineReleaseDialog,
  })),
  withdraw_release: lazy(async () => ({
    default: (await import("../approval/milestone-dialogs")).WithdrawReleaseDialog,
  })),
  offer_remainder: lazy(async () => ({
    default: (await import("../remainder/offer-remainder-dialog")).OfferRemainderDialog,
  })),
  agree_remainder: lazy(async () => ({
    default: (await import("../remainder/answer-dialogs")).AgreeRemainderDialog,
  })),
  decline_remainder: lazy(async () => ({
    default: (await import("../remainder/answer-dialogs")).DeclineRemainderDialog,
  })),
  withdraw_remainder: lazy(async () => ({
    default: (await import("../remainder/answer-dialogs")).WithdrawRemainderDialog,
  })),
  decline: lazy(async () => ({ default: (await import("./decline-dialog")).DeclineDialog })),
};

/** Steps that have a page of their own, after the milestone's address. */
const pages: Partial<Record<MilestoneAction, string>> = { edit: "edit", submit: "submit" };

/** What the reader may do now: the one next step as the primary button, the others beside it. */
export function MilestoneActions({ milestone }: { milestone: MilestoneView }) {
  const [opened, setOpened] = useState<MilestoneAction | null>(null);
  const { primary, others } = orderActions(milestone);
  const step = useDirectStep(milestone);
  const money = useMoneyWords(milestone.money.currency);
  const OpenDialog = opened === null ? undefined : dialogs[opened];

  const button = (action: MilestoneAction, variant: NonNullable<ButtonProps["variant"]>) => {
    const label = buttonWords(action, milestone, money);
    const page = pages[action];
    if (page !== undefined) {
      return (
        <ButtonLink key={action} variant={variant} href={`/milestones/${milestone.id}/${page}`}>
          {label}
        </ButtonLink>
      );
    }
    const onClick = () => (dialogs[action] ? setOpened(action) : step.take(action));
    return (
      <Button key={action} variant={variant} pending={step.pending === action} onClick={onClick}>
        {label}
      </Button>
    );
  };
  return (
    <>
      <div className="flex flex-col gap-2 empty:hidden sm:flex-row sm:flex-wrap">
        {primary !== null && button(primary, "primary")}
        {others.map((action) => button(action, action === "decline" ? "quiet" : "secondary"))}
      </div>
      <FailureNotice failure={step.failure} currency={milestone.money.currency} />
      <Suspense fallback={null}>
        {OpenDialog && <OpenDialog milestone={milestone} onClose={() => setOpened(null)} />}
      </Suspense>
    </>
  );
}

function buttonWords(
  action: MilestoneAction,
  milestone: MilestoneView,
  money: (amount: bigint) => string,
): string {
  const { held, toFund } = milestone.money;
  if (action === "accept") return held === 0n ? "Accept the work" : `Release ${money(held)}`;
  if (action === "fund") return `Fund ${money(toFund)}`;
  if (action === "repay") return `Repay ${money(milestone.toRepay)}`;
  return actionWords(action);
}

/** Steps that move no money and are done with one click. */
function useDirectStep({ id }: MilestoneView) {
  const client = useTRPCClient();
  const commands = {
    propose: useCommand(client.milestones.propose.mutate),
    withdraw: useCommand(client.milestones.withdraw.mutate),
    start: useCommand(client.milestones.start.mutate),
  };
  const [last, setLast] = useState<keyof typeof commands | null>(null);
  const isDirect = (action: MilestoneAction): action is keyof typeof commands =>
    Object.hasOwn(commands, action);
  return {
    pending: last !== null && commands[last].pending ? last : null,
    failure: last === null ? null : commands[last].failure,
    take: (action: MilestoneAction) => {
      if (!isDirect(action)) return;
      setLast(action);
      void commands[action].run((commandKey) => ({ commandKey, id }));
    },
  };
}
