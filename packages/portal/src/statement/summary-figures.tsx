import { Stat, StatRow, useFormatting } from "@evenshare/ui";
import { dayWords } from "../partnership/day-words";
import { RecordMoney } from "./record-money";
import { periodTitle } from "./statement-words";
import type { PartProps } from "./voice";

/** The five figures that a statement is about. */
export function SummaryFigures({ record, voice }: PartProps) {
  const { summary, identity } = record;
  const currency = identity.currency.code;
  const figures = [
    ["Net revenue", summary.netRevenue],
    [voice.share, summary.share],
    ["Held back", summary.heldBack],
    ["Recouped", summary.recouped],
  ] as const;
  return (
    <StatRow label="Summary">
      {figures.map(([label, amount]) => (
        <Stat key={label} label={label} value={<RecordMoney amount={amount} currency={currency} />} />
      ))}
      <Stat
        label="Payable"
        size="figure"
        value={<RecordMoney amount={summary.payable} currency={currency} size="figure" />}
        detail={<OutcomeLine record={record} />}
      />
    </StatRow>
  );
}

/** What becomes of the money, in a few words. */
function OutcomeLine({ record: { outcome, balances, identity } }: Pick<PartProps, "record">) {
  const { locale } = useFormatting();
  const currency = identity.currency.code;
  const { closing } = balances.payable;
  if (outcome.state === "provisional") return "Data is missing: nothing is paid on it.";
  if (outcome.state === "payable")
    return identity.dueDate === null ? "once it is issued" : `due ${dayWords(identity.dueDate, locale)}`;
  if (BigInt(closing.minor) === 0n) return "Nothing is carried over.";
  return (
    <>
      <RecordMoney amount={closing} currency={currency} /> is carried over
      {outcome.expectedPeriod === null ? (
        "."
      ) : (
        <>
          : less than the smallest payout of{" "}
          <RecordMoney amount={outcome.minimumPayout} currency={currency} />. It can be paid with{" "}
          {periodTitle(outcome.expectedPeriod, locale)} at the earliest.
        </>
      )}
    </>
  );
}
