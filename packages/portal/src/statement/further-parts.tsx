import type { RecordAdjustment, RecordOtherParty, RecordUnmatched } from "@evenshare/domain";
import {
  type Column,
  DataTable,
  DateTime,
  type Description,
  DescriptionList,
  Disclosure,
  Section,
  ShareBar,
  type ShareTone,
  useFormatting,
} from "@evenshare/ui";
import { dayWords } from "../partnership/day-words";
import { amountColumn } from "./amount-column";
import { deductionNames } from "./explain-step";
import { FiguresTable } from "./figures-table";
import { RecordMoney } from "./record-money";
import { unmatchedWords } from "./statement-words";
import type { PartProps } from "./voice";

/** Each adjustment with who made it and who approved it. */
export function Adjustments({ record }: Pick<PartProps, "record">) {
  const { adjustments, identity, steps } = record;
  const currency = identity.currency.code;
  const total = steps.find(({ code }) => code === "adjustments")?.amount;
  const columns: readonly Column<RecordAdjustment>[] = [
    { id: "text", header: "What for", cell: ({ text }) => text, footer: "All adjustments" },
    { id: "code", header: "Reason", cell: ({ code }) => code },
    { id: "author", header: "By", cell: ({ author }) => author },
    { id: "approver", header: "Approved by", cell: ({ approver }) => approver ?? "not required" },
    { id: "evidence", header: "Evidence", cell: ({ evidence }) => evidence ?? "none" },
    amountColumn("Amount", currency, ({ amount }) => amount, total),
  ];
  return (
    <Section title="Adjustments">
      <DataTable
        caption="Adjustments"
        captionHidden
        columns={columns}
        rows={adjustments}
        rowKey={({ text, amount, code }) => `${code} ${text} ${amount.minor}`}
        empty={<p className="text-dense text-muted">There are none in this period.</p>}
      />
    </Section>
  );
}

const partyTones: readonly ShareTone[] = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** What all parties earned of the same net revenue, as far as the agreement lets it be seen. */
export function AllParties({ record, voice }: PartProps) {
  const { otherParties, summary, identity } = record;
  if (otherParties.length === 0) return null;
  const currency = identity.currency.code;
  const all: readonly RecordOtherParty[] = [
    { name: voice.payee === "you" ? "You" : voice.payee, share: summary.share },
    ...otherParties,
  ];
  // A debt is not a part of a whole, and a seventh party has no tone of its own.
  const drawn = all.length <= partyTones.length && all.every(({ share }) => BigInt(share.minor) >= 0n);
  return (
    <Section title="All parties" description="How the net revenue of the period divides.">
      {drawn && (
        <ShareBar
          label="Net revenue"
          currency={currency}
          segments={all.map(({ name, share }, index) => ({
            id: `${index} ${name}`,
            label: name,
            amount: BigInt(share.minor),
            tone: partyTones[index] ?? "sixth",
          }))}
          className="mb-4"
        />
      )}
      <FiguresTable
        caption="Shares of all parties"
        captionHidden
        headers={["Party", "Share"]}
        rows={all.map(({ name, share }, index) => ({
          id: `${index} ${name}`,
          name,
          figures: [<RecordMoney key="share" amount={share} currency={currency} />],
        }))}
        closing={{
          id: "all",
          name: "Net revenue",
          figures: [<RecordMoney key="net" amount={summary.netRevenue} currency={currency} />],
        }}
      />
    </Section>
  );
}

/** What data the statement rests on, and what was left out of it. */
export function LateAndMissing({ record }: Pick<PartProps, "record">) {
  const { completeness, identity, deductions, unmatched } = record;
  const { expected, received, missing, lastEventAt, lateIn, lateOut } = completeness;
  const currency = identity.currency.code;
  const notTaken = deductions.filter(({ allowed }) => !allowed);
  const items: Description[] = [
    { term: "Sources expected", value: listed(expected) },
    { term: "Sources received", value: listed(received) },
    { term: "Sources missing", value: listed(missing) },
    {
      term: "Last event",
      value:
        lastEventAt === null ? (
          "none in this period"
        ) : (
          <DateTime at={new Date(lastEventAt)} timeZone={identity.period.timeZone} />
        ),
    },
    { term: "Late lines counted here", value: String(lateIn) },
    { term: "Late lines left for later", value: String(lateOut) },
    ...notTaken.map(({ kind, amount }) => ({
      term: `${deductionNames[kind]}: reported, not taken off`,
      value: <RecordMoney amount={amount} currency={currency} />,
    })),
    { term: "Events that do not fit", value: String(unmatched.length) },
  ];
  return (
    <Section title="Late and missing data">
      <DescriptionList items={items} />
      {unmatched.length > 0 && <Unmatched unmatched={unmatched} currency={currency} />}
    </Section>
  );
}

const unmatchedShown = 100;

function Unmatched({ unmatched, currency }: { unmatched: readonly RecordUnmatched[]; currency: string }) {
  const { locale } = useFormatting();
  const shown = unmatched.slice(0, unmatchedShown);
  return (
    <Disclosure summary="The events that do not fit">
      <DataTable
        caption="Events that do not fit"
        captionHidden
        columns={[
          { id: "event", header: "Event", cell: ({ event }) => event },
          { id: "day", header: "Day", cell: ({ day }) => dayWords(day, locale) },
          { id: "item", header: "Item", cell: ({ item }) => item },
          { id: "reason", header: "What became of it", cell: ({ reason }) => unmatchedWords[reason] },
          amountColumn("Gross", currency, ({ gross }: RecordUnmatched) => gross),
        ]}
        rows={shown}
        rowKey={({ event }) => event}
      />
      {shown.length < unmatched.length && (
        <p className="mt-2 text-small text-muted">
          {unmatched.length - shown.length} more are in the JSON record.
        </p>
      )}
    </Disclosure>
  );
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}
