import { ArrowRight, Plus } from "lucide-react";
import {
  ButtonLink,
  CalendarStrip,
  type Column,
  DataTable,
  DateTime,
  Link,
  Money,
  PageHeader,
  Section,
  ShareBar,
  Stat,
  StatRow,
  StatusBadge,
} from "../../src";
import { type PartnershipRow, partnerships, zone } from "./sample";

/** A brand's home, as the portal might compose it. */
export function HomePage() {
  return (
    <>
      <PageHeader
        title="Home"
        subtitle="Two things wait for you; one releases by itself on Sunday."
        action={
          <ButtonLink href="#new" variant="primary" icon={Plus}>
            Propose a milestone
          </ButtonLink>
        }
        secondary={<ButtonLink href="#invite">Add a partner</ButtonLink>}
      />
      <StatRow label="At a glance">
        <Stat label="To approve" value="3" detail="1 releases by Sunday" href="#approve" />
        <Stat label="To fund" value="2" detail={<Money amount={168000n} currency="EUR" />} href="#fund" />
        <Stat
          label="Held"
          value={<Money amount={1840125n} currency="EUR" />}
          detail="in 4 milestones"
          href="#held"
        />
        <Stat
          label="Due this month"
          value={<Money amount={612000n} currency="EUR" />}
          detail="if nobody acts"
        />
      </StatRow>
      <Section title="Needs you">
        <ul className="divide-y border-y">
          <Need icon="held" word="Review" title="Episode 4, rough cut" partner="Studio Ada">
            releases <DateTime at={new Date("2026-12-06T17:00:00Z")} timeZone={zone} />
          </Need>
          <Need icon="active" word="Fund" title="Harvest box, March" partner="Wiesen Farm">
            <Money amount={120000n} currency="EUR" /> to fund before work starts
          </Need>
          <Need icon="risk" word="At risk" title="Glaze tests" partner="Kiln & Clay">
            the card was declined; nothing is held
          </Need>
        </ul>
      </Section>
      <Section title="Next 30 days" description="What comes in and goes out if nobody acts.">
        <CalendarStrip label="Next 30 days" start="2026-12-03" currency="EUR" entries={calendar} />
      </Section>
      <Section
        title="Partnerships"
        action={
          <Link href="#all" className="text-dense text-accent">
            All partnerships
          </Link>
        }
      >
        <DataTable
          caption="Partnerships with held money and next date"
          captionHidden
          columns={columns}
          rows={partnerships}
          rowKey={(row) => row.id}
          rowHref={(row) => `#${row.id}`}
          sort={{ column: "held", direction: "descending" }}
          onSort={() => undefined}
        />
      </Section>
    </>
  );
}

interface NeedProps {
  icon: "held" | "active" | "risk";
  word: string;
  title: string;
  partner: string;
  children: React.ReactNode;
}

function Need({ icon, word, title, partner, children }: NeedProps) {
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-0.5 py-3 hover:bg-sunken/60">
      <span className="w-24">
        <StatusBadge tone={icon} variant="plain">
          {word}
        </StatusBadge>
      </span>
      <span className="min-w-0 grow basis-60">
        <Link href="#milestone" className="font-medium after:absolute after:inset-0">
          {title}
        </Link>
        <span className="text-muted"> · {partner}</span>
      </span>
      <span className="text-dense text-muted">{children}</span>
      <ArrowRight aria-hidden className="hidden size-4 text-muted sm:block" />
    </li>
  );
}

const columns: readonly Column<PartnershipRow>[] = [
  { id: "partner", header: "Partner", cell: (row) => row.partner, sortable: true, footer: "Total" },
  { id: "stage", header: "Stage", cell: (row) => row.stage, onPhone: "hidden" },
  {
    id: "state",
    header: "State",
    cell: (row) => (
      <StatusBadge tone={row.state} variant="plain">
        {row.stateWord}
      </StatusBadge>
    ),
  },
  {
    id: "shares",
    header: "Released, held, to fund",
    onPhone: "plain",
    cell: (row) => (
      <ShareBar
        variant="inline"
        className="w-full sm:w-36"
        label={row.partner}
        currency="EUR"
        segments={[
          { id: "r", label: "Released", amount: row.released, tone: "released" },
          { id: "h", label: "Held", amount: row.held, tone: "held" },
          { id: "f", label: "To fund", amount: row.toFund, tone: "open" },
        ]}
      />
    ),
  },
  {
    id: "held",
    header: "Held",
    align: "end",
    sortable: true,
    cell: (row) => <Money amount={row.held} currency="EUR" />,
    footer: <Money amount={1840125n} currency="EUR" />,
  },
  {
    id: "next",
    header: "Next date",
    align: "end",
    cell: (row) => <DateTime at={row.next} timeZone={zone} show="day" />,
  },
];

const calendar = [
  {
    id: "1",
    date: "2026-12-06",
    direction: "out",
    amount: 200000n,
    label: "Episode 4 releases to Studio Ada",
    href: "#m",
  },
  { id: "2", date: "2026-12-11", direction: "out", amount: 62000n, label: "Harvest box, February" },
  { id: "3", date: "2026-12-14", direction: "in", amount: 48000n, label: "Refund of Glaze tests" },
  {
    id: "4",
    date: "2026-12-28",
    direction: "out",
    amount: 350000n,
    label: "Statement of November, three partners",
  },
] as const;
