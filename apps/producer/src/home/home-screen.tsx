import type { views } from "@evenshare/domain";
import {
  ComingDays,
  HomeSkeleton,
  Loaded,
  NeedsYou,
  PartnershipTable,
  Sums,
  useDocumentTitle,
  useTRPC,
} from "@evenshare/portal";
import { Banner, ButtonLink, EmptyState, PageHeader, Section, Stat, StatRow, TextLink } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { Handshake } from "lucide-react";

/** Whether the money is safe, when it comes, and what waits for the producer. */
export function HomeScreen() {
  const trpc = useTRPC();
  const query = useQuery(trpc.home.producer.queryOptions());
  useDocumentTitle("Home");
  return (
    <>
      <PageHeader title="Home" />
      <Loaded query={query} what="Home" skeleton={<HomeSkeleton stats={3} />}>
        {(home) => <Home home={home} />}
      </Loaded>
    </>
  );
}

function Home({ home }: { home: views.ProducerHomeView }) {
  return (
    <>
      <div className="mb-7 empty:hidden">
        {!home.account.payable && home.partnerships.length > 0 && (
          <Banner
            tone="risk"
            title="You cannot be paid yet"
            action={<ButtonLink href="/onboarding">Set up payouts</ButtonLink>}
          >
            Money can be held for you, but a release waits until your payout account is ready.
          </Banner>
        )}
      </div>
      <StatRow label="At a glance">
        <Stat
          label="Safe"
          value={<Sums sums={home.safe} />}
          detail="held for you by the payment provider"
          href="/milestones"
        />
        <Stat
          label="Arriving"
          value={<Sums sums={home.arriving} />}
          detail="released, on the way to your bank"
          href="/payouts"
        />
        <Stat
          label="Paid in the last 30 days"
          value={<Sums sums={home.paidIn30Days} />}
          detail="arrived at your bank"
          href="/payouts"
        />
      </StatRow>
      <NeedsYou
        items={home.needsYou}
        quiet="Proposals to agree to, work to start, submit or revise, and payouts to repair will be listed here."
      />
      <ComingDays
        items={home.calendar}
        quiet="Nothing happens by itself in the next 30 days. Once you submit work, the day on which it is released automatically stands here."
      />
      <Section
        title="Partnerships"
        action={
          home.partnerships.length > 0 ? (
            <TextLink href="/partnerships">All partnerships</TextLink>
          ) : undefined
        }
      >
        {home.partnerships.length === 0 ? (
          <EmptyState icon={Handshake} title="No partnerships yet">
            A brand starts one with the e-mail address you sign in with. Their proposal then appears here:
            read the terms, accept them, agree on a first milestone, and wait for it to be funded before you
            start.
          </EmptyState>
        ) : (
          <PartnershipTable rows={home.partnerships} />
        )}
      </Section>
    </>
  );
}
