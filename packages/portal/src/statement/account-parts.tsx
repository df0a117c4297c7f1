import type { RecordAdvance, RecordFloor, RecordReserve } from "@evenshare/domain";
import {
  type Column,
  DataTable,
  DescriptionList,
  Money,
  Section,
  ShareBar,
  useFormatting,
} from "@evenshare/ui";
import { dayWords } from "../partnership/day-words";
import { formatRate } from "../partnership/terms-list";
import { amountColumn } from "./amount-column";
import { RecordMoney } from "./record-money";
import { counted, periodTitle } from "./statement-words";
import type { PartProps } from "./voice";

/** Floor, advance and reserve; what was not agreed is not there. */
export function Accounts({ record, voice }: PartProps) {
  const { floor, advance, reserve, identity } = record;
  const currency = identity.currency.code;
  return (
    <>
      {floor !== null && <FloorTest floor={floor} currency={currency} share={voice.share} />}
      {advance !== null && <AdvanceAccount advance={advance} currency={currency} />}
      {reserve !== null && <ReserveAgeing reserve={reserve} record={record} />}
    </>
  );
}

interface FloorTestProps {
  floor: RecordFloor;
  currency: string;
  share: string;
}

function FloorTest({ floor: test, currency, share }: FloorTestProps) {
  const { agreed, floor, coveredDays, days, topUp, remainingGuarantee } = test;
  const met = BigInt(topUp.minor) === 0n;
  return (
    <Section
      title="Floor"
      description={
        met
          ? "The floor of this period was met: there is no top-up."
          : "The share is below the floor of this period: the rest is topped up."
      }
    >
      <DescriptionList
        items={[
          { term: "Agreed for a whole period", value: <RecordMoney amount={agreed} currency={currency} /> },
          {
            term: "Floor of this period",
            value: (
              <>
                <RecordMoney amount={floor} currency={currency} />
                {coveredDays !== days && `, for ${coveredDays} of ${counted(days, "day")}`}
              </>
            ),
          },
          { term: share, value: <RecordMoney amount={test.share} currency={currency} /> },
          { term: "Top-up", value: <RecordMoney amount={topUp} currency={currency} /> },
          {
            term: "Still guaranteed later",
            value:
              remainingGuarantee === null ? (
                "every period, as no end was agreed"
              ) : (
                <RecordMoney amount={remainingGuarantee} currency={currency} />
              ),
          },
        ]}
      />
    </Section>
  );
}

function AdvanceAccount({ advance, currency }: { advance: RecordAdvance; currency: string }) {
  const { locale } = useFormatting();
  const { agreed, rateBp, available, opening, recouped, closing, progressBp } = advance;
  const left = BigInt(closing.minor);
  return (
    <Section title="Advance" description={`${formatRate(progressBp, locale)} of the advance is recouped.`}>
      <ShareBar
        label="The advance"
        currency={currency}
        segments={[
          { id: "recouped", label: "Recouped so far", amount: BigInt(agreed.minor) - left, tone: "released" },
          { id: "open", label: "Still to recoup", amount: left, tone: "open" },
        ]}
        className="mb-4"
      />
      <DescriptionList
        items={[
          { term: "Agreed", value: <RecordMoney amount={agreed} currency={currency} /> },
          { term: "Unrecouped before", value: <RecordMoney amount={opening} currency={currency} /> },
          {
            term: "Could be taken from",
            value: (
              <>
                <RecordMoney amount={available} currency={currency} />, at {formatRate(rateBp, locale)}
              </>
            ),
          },
          { term: "Recouped in this period", value: <RecordMoney amount={recouped} currency={currency} /> },
          { term: "Unrecouped after", value: <RecordMoney amount={closing} currency={currency} /> },
        ]}
      />
    </Section>
  );
}

type Aged = RecordReserve["ageing"][number];

function ReserveAgeing({ reserve, record }: { reserve: RecordReserve } & Pick<PartProps, "record">) {
  const { locale } = useFormatting();
  const { identity, balances } = record;
  const currency = identity.currency.code;
  const dueNext = reserve.ageing.reduce((sum, one) => sum + BigInt(one.dueNext.minor), 0n);
  const nameOf = ({ period }: Aged) =>
    period === null
      ? `before ${dayWords(identity.agreement.effectiveFrom, locale)}`
      : periodTitle(period, locale);
  const columns: readonly Column<Aged>[] = [
    { id: "period", header: "Taken in", cell: nameOf, footer: "All held" },
    {
      id: "bar",
      header: "Released, held",
      onPhone: "plain",
      cell: (aged) => (
        <ShareBar
          variant="inline"
          label={nameOf(aged)}
          currency={currency}
          segments={[
            { id: "released", label: "Released", amount: BigInt(aged.released.minor), tone: "released" },
            { id: "held", label: "Held", amount: BigInt(aged.held.minor), tone: "held" },
          ]}
          className="w-full sm:w-32"
        />
      ),
    },
    amountColumn("Taken", currency, ({ taken }) => taken),
    amountColumn("Released", currency, ({ released }) => released),
    amountColumn("Held", currency, ({ held }) => held, balances.reserveHeld.closing),
    {
      ...amountColumn<Aged>("Due next", currency, (aged) => aged.dueNext),
      footer: <Money amount={dueNext} currency={currency} />,
    },
  ];
  const schedule = reserve.releaseBp.map((part) => formatRate(part, locale)).join(", ");
  return (
    <Section
      title="Reserve ageing"
      {...(schedule !== "" && {
        description: `${formatRate(reserve.rateBp, locale)} of a positive share is held back, and released in the periods that follow: ${schedule}.`,
      })}
    >
      <DataTable
        caption="Reserve by the period it was taken in"
        captionHidden
        columns={columns}
        rows={reserve.ageing}
        rowKey={({ period }) => period ?? "before"}
        empty={<p className="text-dense text-muted">Nothing is held, and nothing was released.</p>}
      />
    </Section>
  );
}
