import type { views } from "@evenshare/domain";
import {
  Banner,
  ButtonLink,
  DateTime,
  EmptyState,
  formatMoney,
  Section,
  ShareBar,
  Stat,
  StatRow,
  TextLink,
  useFormatting,
} from "@evenshare/ui";
import { Milestone } from "lucide-react";
import { usePortal } from "../app/portal";
import { MilestoneList } from "../milestone/milestone-list";
import { moneySegments } from "../milestone/money-segments";
import { ShareList } from "../share/share-list";
import { usePartnership } from "./partnership-screen";

/** How things stand between the two: money in each currency, what comes next, the open milestones. */
export function OverviewTab() {
  const partnership = usePartnership();
  const zone = partnership.agreement.terms.timeZone;
  const base = `/partnerships/${partnership.id}`;
  return (
    <>
      {!partnership.payeeReady && partnership.agreement.status === "accepted" && (
        <PayeeNotReady partnership={partnership} />
      )}
      <StatRow label="The partnership at a glance">
        <Stat
          label="Open milestones"
          value={String(partnership.openMilestones)}
          href={`${base}/milestones`}
        />
        <Stat
          label="Next date"
          value={
            partnership.nextDate === null ? (
              "none"
            ) : (
              <DateTime at={partnership.nextDate} timeZone={zone} show="day" />
            )
          }
          detail={
            partnership.nextDate === null ? "no milestone has a date" : "the clock releases or ends something"
          }
        />
        <Stat
          label="Together since"
          value={<DateTime at={partnership.startedAt} timeZone={zone} show="day" />}
        />
      </StatRow>
      <Section title="Money">
        {partnership.money.length === 0 ? (
          <p className="border-y py-5 text-dense text-muted">
            Nothing is promised yet. Money appears here with the first milestone.
          </p>
        ) : (
          <div className="flex flex-col gap-6">
            {partnership.money.map((money) => (
              <PartnershipMoney key={money.currency} money={money} />
            ))}
          </div>
        )}
      </Section>
      <Section
        title="Open milestones"
        action={<TextLink href={`${base}/milestones`}>All milestones</TextLink>}
      >
        <MilestoneList
          partnershipId={partnership.id}
          group="open"
          empty={
            <EmptyState
              icon={Milestone}
              title="No open milestones"
              action={
                partnership.canDraft && (
                  <ButtonLink href={`${base}/milestones/new`}>Draft a milestone</ButtonLink>
                )
              }
            >
              A milestone is a piece of work with an amount and criteria that can be tested. Both agree on it,
              the brand funds it, the producer submits, and the money is released.
            </EmptyState>
          }
        />
      </Section>
      <RevenueShares partnershipId={partnership.id} />
    </>
  );
}

/** Revenue shares in which both have a part. */
function RevenueShares({ partnershipId }: { partnershipId: string }) {
  return (
    <Section title="Revenue shares" action={<TextLink href="/shares">All revenue shares</TextLink>}>
      <ShareList
        partnershipId={partnershipId}
        empty={
          <p className="border-y py-5 text-dense text-muted">
            No revenue is shared between you. The brand proposes it, and nothing counts until all have
            accepted.
          </p>
        }
      />
    </Section>
  );
}

function PartnershipMoney({ money }: { money: views.MoneySplit }) {
  const { locale } = useFormatting();
  return (
    <ShareBar
      label={`All milestones in ${money.currency}, ${formatMoney(money.committed, money.currency, locale)}`}
      segments={moneySegments(money)}
      currency={money.currency}
    />
  );
}

function PayeeNotReady({ partnership }: { partnership: views.PartnershipView }) {
  const { side } = usePortal();
  return (
    <div className="mb-7">
      <Banner
        tone="risk"
        title={
          side === "producer" ? "You cannot be paid yet" : `${partnership.producer.name} cannot be paid yet`
        }
        action={side === "producer" ? <ButtonLink href="/onboarding">Set up payouts</ButtonLink> : undefined}
      >
        {side === "producer"
          ? "Milestones can be agreed, funded and worked on. A release waits until your payout account is ready."
          : "Milestones can be agreed, funded and worked on. A release waits, with the money held, until their payout account is ready."}
      </Banner>
    </div>
  );
}
