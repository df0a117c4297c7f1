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
import { ButtonLink, EmptyState, PageHeader, Section, Stat, StatRow, TextLink } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { Handshake, Plus } from "lucide-react";

/** What a brand must approve and fund, what is held, and what leaves by itself in the coming days. */
export function HomeScreen() {
  const trpc = useTRPC();
  const query = useQuery(trpc.home.brand.queryOptions());
  useDocumentTitle("Home");
  return (
    <>
      <PageHeader title="Home" />
      <Loaded query={query} what="Home" skeleton={<HomeSkeleton stats={4} />}>
        {(home) => <Home home={home} />}
      </Loaded>
    </>
  );
}

function Home({ home }: { home: views.BrandHomeView }) {
  return (
    <>
      <StatRow label="At a glance">
        <Stat
          label="To approve"
          value={String(home.toApprove + home.approvals)}
          detail={toApproveWords(home)}
          href={home.approvals > 0 ? "/approvals" : "/milestones?show=in-review"}
        />
        <Stat
          label="To fund"
          value={String(home.toFund)}
          detail={home.toFund === 1 ? "milestone agreed" : "milestones agreed"}
          href="/milestones?show=to-fund"
        />
        <Stat
          label="Held"
          value={<Sums sums={home.held} />}
          detail="until you release it"
          href="/held-funds"
        />
        <Stat
          label="Releasing in 30 days"
          value={<Sums sums={home.releasingIn30Days} />}
          detail="if you do not ask for changes"
        />
      </StatRow>
      <NeedsYou
        items={home.needsYou}
        quiet="Submissions to review, milestones to agree to and payments to make will be listed here, the most pressing first."
      />
      <ComingDays
        items={home.calendar}
        quiet="Nothing happens by itself in the next 30 days. Once work is submitted, the day of its automatic release stands here."
      />
      <Section
        title="Partnerships"
        action={
          home.partnerships.length > 0 ? <TextLink href="/partnerships">All partners</TextLink> : undefined
        }
      >
        {home.partnerships.length === 0 ? <NoPartners /> : <PartnershipTable rows={home.partnerships} />}
      </Section>
    </>
  );
}

function toApproveWords({ toApprove, approvals }: views.BrandHomeView): string {
  const submissions = toApprove === 1 ? "submission in review" : "submissions in review";
  if (approvals === 0) return submissions;
  return `${toApprove} ${submissions}, ${approvals} waiting for you as second person`;
}

function NoPartners() {
  return (
    <EmptyState
      icon={Handshake}
      title="No partners yet"
      action={
        <ButtonLink variant="primary" icon={Plus} href="/partnerships/new">
          Start a partnership
        </ButtonLink>
      }
    >
      Start a partnership with a producer that has an account here: you propose terms, they accept, you agree
      on a first milestone and fund it. The payment provider holds the money until you release it.
    </EmptyState>
  );
}
