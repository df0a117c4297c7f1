import type { views } from "@evenshare/domain";
import { Banner, ButtonLink, ClockCallout } from "@evenshare/ui";
import { usePortal } from "../app/portal";
import { useMoneyWords } from "../app/use-money-words";
import { useNow } from "../clock/product-clock";
import { isPayeeBlock } from "./blocked-reason";
import { nextStep } from "./next-step";

/** What happens next, when, and by whose clock; counting down. */
export function NextStepNotice({ milestone }: { milestone: views.MilestoneView }) {
  const { side } = usePortal();
  const money = useMoneyWords(milestone.money.currency);
  const step = nextStep({ milestone, side, other: milestone.counterparty.name, money });
  const now = useNow(step.kind === "clock" ? step.at : null);
  if (step.kind === "clock") {
    return (
      <>
        <ClockCallout
          event={step.event}
          at={step.at}
          now={now}
          timeZone={milestone.timeZone}
          tone={step.tone}
          {...(step.since !== null && { since: step.since })}
        >
          {step.unless}
        </ClockCallout>
        <FixPayouts milestone={milestone} />
      </>
    );
  }
  return (
    <>
      <Banner tone={step.tone} title={step.title}>
        {step.body}
      </Banner>
      <FixPayouts milestone={milestone} />
    </>
  );
}

/** A producer whose account is what a release waits for, or will wait for, is led to where it can be put right. */
function FixPayouts({ milestone }: { milestone: views.MilestoneView }) {
  const { side } = usePortal();
  const blocked = milestone.state === "releasing_blocked" && isPayeeBlock(milestone.blockedReason);
  const promised = milestone.money.held > 0n && !milestone.payee.payable;
  if (side !== "producer" || (!blocked && !promised)) return null;
  return (
    <Banner
      tone="risk"
      title="You cannot be paid yet"
      action={<ButtonLink href="/onboarding">Set up payouts</ButtonLink>}
    >
      {blocked
        ? "The release goes on by itself once your payout account is ready."
        : "Set up payouts now, so that a release need not wait."}
    </Banner>
  );
}
