import { Check, Download } from "lucide-react";
import { useState } from "react";
import {
  Breadcrumbs,
  Button,
  ClockCallout,
  ConfirmDialog,
  DescriptionList,
  Disclosure,
  Money,
  PageHeader,
  Section,
  ShareBar,
  StatusBadge,
  Timeline,
  type TimelineItem,
  useToast,
} from "../../src";
import { now, zone } from "./sample";

/** A milestone under review, as the brand sees it. */
export function MilestonePage() {
  const [asking, setAsking] = useState(false);
  const { notify } = useToast();
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Partners", href: "#p" },
              { label: "Studio Ada", href: "#a" },
              { label: "Episode 4" },
            ]}
          />
        }
        title="Episode 4, rough cut"
        status={<StatusBadge tone="waiting">Submitted, version 2</StatusBadge>}
        subtitle="Studio Ada handed in on 22 November. You have until Sunday to look at it."
        action={
          <Button variant="primary" onClick={() => setAsking(true)}>
            Release £2,000.00
          </Button>
        }
        secondary={<Button>Ask for changes</Button>}
      />
      <div className="grid gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <p className="text-small text-muted">Milestone</p>
          <Money amount={250000n} currency="GBP" size="figure" />
          <ShareBar
            className="mt-3 mb-6"
            label="Episode 4, £2,500.00"
            currency="GBP"
            segments={[
              { id: "held", label: "Held", amount: 200000n, tone: "held" },
              { id: "released", label: "Released", amount: 50000n, tone: "released" },
            ]}
          />
          <ClockCallout
            event="Releases automatically"
            at={new Date("2026-12-06T17:00:00Z")}
            since={new Date("2026-11-22T17:00:00Z")}
            now={now}
            timeZone={zone}
            amount={200000n}
            currency="GBP"
          >
            unless you ask for changes
          </ClockCallout>
          <Section
            title="Criteria"
            action={<span className="figures text-dense text-muted">4 of 5 met, says Studio Ada</span>}
          >
            <ul className="divide-y border-y text-dense">
              {["Cut is 22 to 26 minutes", "Captions in English and German", "Music is licensed"].map(
                (criterion) => (
                  <li key={criterion} className="flex items-center gap-2.5 py-2">
                    <Check aria-hidden className="size-4 text-released-text" />
                    {criterion}
                  </li>
                ),
              )}
            </ul>
          </Section>
          <Section title="What was agreed">
            <DescriptionList
              items={[
                { term: "Review window", value: "14 days from handing in" },
                { term: "Rounds of changes", value: "2 included, 1 used" },
                { term: "If nobody acts", value: "The held amount is released to Studio Ada" },
              ]}
            />
            <Disclosure summary="Who holds the money?">
              <p className="max-w-reading text-dense">
                Held funds stay on the platform's account at the payment provider until you release them.
              </p>
            </Disclosure>
          </Section>
        </div>
        <div>
          <Section
            title="Timeline"
            action={
              <Button
                variant="quiet"
                size="small"
                icon={Download}
                onClick={() => notify({ title: "History saved", detail: "milestone-4.csv", tone: "done" })}
              >
                CSV
              </Button>
            }
          >
            <Timeline label="Events of this milestone" items={events} timeZone={zone} />
          </Section>
        </div>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Release to Studio Ada?"
        amount={200000n}
        currency="GBP"
        confirmLabel="Release £2,000.00"
        onConfirm={() => setAsking(false)}
      >
        The money leaves the held funds now and reaches Studio Ada's bank in two to three working days. A
        release cannot be taken back.
      </ConfirmDialog>
    </>
  );
}

const events: readonly TimelineItem[] = [
  {
    id: "1",
    title: "Agreed",
    at: new Date("2026-10-01T09:00:00Z"),
    actor: "Mara Lind and Ada Okafor",
    tone: "active",
  },
  {
    id: "2",
    title: "Funded",
    at: new Date("2026-10-02T10:31:00Z"),
    actor: "Mara Lind",
    amount: 250000n,
    currency: "GBP",
    tone: "held",
  },
  {
    id: "3",
    title: "Submitted, version 1",
    at: new Date("2026-11-10T15:20:00Z"),
    actor: "Ada Okafor",
    tone: "active",
  },
  {
    id: "4",
    title: "Changes asked for",
    at: new Date("2026-11-14T11:05:00Z"),
    actor: "Mara Lind",
    tone: "waiting",
    reason: "Captions in German are missing from the second half.",
  },
  {
    id: "5",
    title: "Released in part",
    at: new Date("2026-11-15T08:00:00Z"),
    actor: "Mara Lind",
    amount: 50000n,
    currency: "GBP",
    tone: "released",
  },
  {
    id: "6",
    title: "Submitted, version 2",
    at: new Date("2026-11-22T17:00:00Z"),
    actor: "Ada Okafor",
    tone: "active",
  },
  {
    id: "7",
    title: "Releases automatically",
    at: new Date("2026-12-06T17:00:00Z"),
    amount: 200000n,
    currency: "GBP",
    tone: "released",
    upcoming: true,
  },
  {
    id: "8",
    title: "Arrives at the bank",
    at: new Date("2026-12-09T12:00:00Z"),
    tone: "paid",
    upcoming: true,
  },
];
