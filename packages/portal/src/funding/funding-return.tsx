import type { views } from "@evenshare/domain";
import { Banner, Button, DateTime } from "@evenshare/ui";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { useMoneyWords } from "../app/use-money-words";
import { type FundingOutcome, fundingOutcome, withoutFunding } from "./funding-outcome";

/** Tells someone back from the payment page what became of the payment; it changes by itself when the provider says so. */
export function FundingReturn({ milestone }: { milestone: views.MilestoneView }) {
  const [search, setSearch] = useSearchParams();
  const outcome = fundingOutcome(search, milestone.fundings);
  if (outcome === null) return null;
  const close = () => setSearch(withoutFunding(search), { replace: true, preventScrollReset: true });
  return (
    <div role="status" className="mb-6">
      <OutcomeBanner
        outcome={outcome}
        currency={milestone.money.currency}
        timeZone={milestone.timeZone}
        close={
          <Button size="small" onClick={close}>
            Close
          </Button>
        }
      />
    </div>
  );
}

interface OutcomeBannerProps {
  outcome: FundingOutcome;
  currency: string;
  timeZone: string;
  close: ReactNode;
}

function OutcomeBanner({ outcome, currency, timeZone, close }: OutcomeBannerProps) {
  const money = useMoneyWords(currency);
  switch (outcome.kind) {
    case "left":
      return (
        <Banner title="You left the payment page" action={close}>
          Nothing was charged. You can fund the milestone whenever you like.
        </Banner>
      );
    case "processing":
      return (
        <Banner
          title={
            outcome.funding
              ? `${money(outcome.funding.charged)} is being processed`
              : "Your payment is being processed"
          }
        >
          {outcome.funding?.expectedAt && (
            <>
              A debit from a bank account takes days: it is expected by{" "}
              <DateTime at={outcome.funding.expectedAt} timeZone={timeZone} show="day" />.{" "}
            </>
          )}
          The payment provider is confirming it. This page changes by itself as soon as the money is held; you
          need not wait here, and need not pay again.
        </Banner>
      );
    case "held":
      return (
        <Banner
          tone="held"
          title={`Your payment of ${money(outcome.funding.charged)} has arrived`}
          action={close}
        >
          {money(outcome.funding.amount)} of it is for this milestone; the payment provider holds it until you
          release it.
        </Banner>
      );
    case "failed":
      return (
        <Banner tone="risk" title="The payment failed" action={close}>
          {outcome.funding.failureReason ?? "The payment provider gave no reason."} Nothing is held from it.
          Fund it again, perhaps with another card.
        </Banner>
      );
  }
}
