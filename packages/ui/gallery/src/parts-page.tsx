import { Inbox, RefreshCw } from "lucide-react";
import { useState } from "react";
import {
  Banner,
  Button,
  Card,
  Countdown,
  EmptyState,
  ErrorState,
  Logo,
  Money,
  Monogram,
  PageHeader,
  PageHeaderSkeleton,
  Progress,
  RelativeTime,
  Section,
  ShareBar,
  Stat,
  StatRow,
  StatRowSkeleton,
  StatusBadge,
  TabLinks,
  TableSkeleton,
  Tabs,
  TextLink,
  TextSkeleton,
  Tooltip,
} from "../../src";
import { now } from "./sample";

const tones = [
  "neutral",
  "active",
  "waiting",
  "held",
  "inFlight",
  "released",
  "paid",
  "refunded",
  "risk",
] as const;

/** The smaller parts, side by side. */
export function PartsPage() {
  const [tab, setTab] = useState("split");
  return (
    <>
      <PageHeader title="Parts" subtitle="Everything smaller than a page." />
      <TabLinks
        label="Partnership"
        tabs={["Overview", "Agreement", "Milestones", "Revenue", "Statements", "Health", "Files"].map(
          (label, index) => ({
            href: `#${label}`,
            label,
            current: index === 2,
          }),
        )}
      />
      <Section title="States">
        <div className="flex flex-wrap gap-2">
          {tones.map((tone) => (
            <StatusBadge key={tone} tone={tone}>
              {tone}
            </StatusBadge>
          ))}
        </div>
        <div className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
          {tones.map((tone) => (
            <StatusBadge key={tone} tone={tone} variant="plain">
              {tone}
            </StatusBadge>
          ))}
        </div>
      </Section>
      <Section title="Money">
        <div className="flex flex-wrap items-baseline gap-x-8 gap-y-2">
          <Money amount={1840000n} currency="GBP" size="figure" />
          <Money amount={1840000n} currency="JPY" size="title" />
          <Money amount={1234567n} currency="KWD" size="section" />
          <Money amount={-50005n} currency="EUR" sign="always" />
          <Money amount={50005n} currency="USD" sign="always" />
          <Money amount={9007199254740993123n} currency="GBP" />
        </div>
        <p className="mt-2 text-dense text-muted">
          Asked <RelativeTime at={new Date("2026-12-01T09:00:00Z")} now={now} />, answered{" "}
          <RelativeTime at={new Date("2026-12-03T09:11:50Z")} now={now} />,{" "}
          <Countdown to={new Date("2026-12-06T17:00:00Z")} now={now} /> left.{" "}
          <TextLink href="#why">Why is it this much?</TextLink>{" "}
          <Tooltip content="The part the platform keeps, as agreed.">
            <button type="button" className="underline decoration-dotted underline-offset-3">
              Fee
            </button>
          </Tooltip>
        </p>
      </Section>
      <Section title="Share bars">
        <div className="flex flex-col gap-7">
          <ShareBar
            label="Milestone"
            currency="GBP"
            segments={[
              { id: "1", label: "Released", amount: 50000n, tone: "released" },
              { id: "2", label: "On its way", amount: 20000n, tone: "inFlight" },
              { id: "3", label: "Held", amount: 130000n, tone: "held" },
              { id: "4", label: "Disputed", amount: 25000n, tone: "atRisk" },
              { id: "5", label: "Refunded", amount: 12500n, tone: "refunded" },
              { id: "6", label: "To fund", amount: 62500n, tone: "open" },
            ]}
          />
          <ShareBar
            label="Nothing yet"
            currency="GBP"
            segments={[{ id: "1", label: "Held", amount: 0n, tone: "held" }]}
          />
          <ShareBar
            label="All of it"
            currency="JPY"
            segments={[{ id: "1", label: "Released", amount: 120000n, tone: "released" }]}
          />
        </div>
        <div className="mt-7">
          <Tabs
            label="Shares"
            value={tab}
            onValueChange={setTab}
            tabs={[
              {
                id: "split",
                label: "Split",
                content: (
                  <ShareBar
                    label="Split of January"
                    currency="EUR"
                    segments={(["first", "second", "third", "fourth", "fifth", "sixth"] as const).map(
                      (tone, index) => ({
                        id: tone,
                        label:
                          ["Gasthaus", "Wiesen Farm", "Studio Ada", "Kiln & Clay", "Fees", "Reserve"][
                            index
                          ] ?? "",
                        amount: 410000n / BigInt(index + 1),
                        tone,
                      }),
                    )}
                  />
                ),
              },
              { id: "other", label: "Nothing", content: <p>Nothing here.</p> },
            ]}
          />
        </div>
      </Section>
      <Section title="Messages">
        <div className="flex flex-col gap-3">
          <Banner title="Your account is being checked">
            Payouts start once the provider has seen your identity card.
          </Banner>
          <Banner
            tone="held"
            title="£300.00 of £500.00 is held"
            action={<Button size="small">Fund the rest</Button>}
          >
            Work above it is unprotected.
          </Banner>
          <Banner tone="risk" title="The transfer is blocked">
            The producer's account cannot receive money yet. Nothing is lost: it is tried again every hour.
          </Banner>
          <Progress label="Importing sales" done={412300} total={1000000} unit="rows" />
        </div>
      </Section>
      <Section title="Empty and broken">
        <EmptyState
          icon={Inbox}
          title="No milestones yet"
          action={<Button variant="primary">Propose the first</Button>}
        >
          A milestone is a piece of work with a price. You fund it before work starts, the money is held, and
          it is released when you accept.
        </EmptyState>
        <div className="h-6" />
        <ErrorState
          title="The release did not go through"
          notDone="No money was moved."
          requestId="req_01JDX9V0000QJ"
          action={<Button icon={RefreshCw}>Try again</Button>}
        >
          The payment provider did not answer. Try again; a second attempt cannot pay twice.
        </ErrorState>
      </Section>
      <Section title="Objects">
        <div className="grid gap-4 sm:grid-cols-2">
          <Card>
            <p className="flex items-center gap-2.5">
              <Monogram name="Wiesen Farm" /> <span className="font-semibold">Wiesen Farm</span>
            </p>
            <p className="mt-3">
              <Money amount={1240050n} currency="EUR" size="title" />
            </p>
          </Card>
          <Card>
            <Logo portal="for producers" />
          </Card>
        </div>
        <div className="mt-6">
          <StatRow label="One figure">
            <Stat
              size="figure"
              label="Safe"
              value={<Money amount={1840000n} currency="GBP" />}
              detail="held for you in 3 milestones"
            />
            <Stat label="Arriving" value={<Money amount={50000n} currency="GBP" />} detail="Wed 9 Dec" />
            <Stat label="Earned this year" value={<Money amount={6210042n} currency="GBP" />} />
          </StatRow>
        </div>
      </Section>
      <Section title="Loading">
        <PageHeaderSkeleton label="Loading the page" />
        <StatRowSkeleton label="Loading figures" count={4} />
        <div className="h-6" />
        <TableSkeleton label="Loading rows" rows={3} />
        <div className="h-6" />
        <TextSkeleton label="Loading text" />
      </Section>
    </>
  );
}
