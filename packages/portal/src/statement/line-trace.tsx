import type { LineTrace, RecordLine } from "@evenshare/domain";
import { DateTime, type Description, DescriptionList, useFormatting } from "@evenshare/ui";
import { useMoneyWords } from "../app/use-money-words";
import { formatRate } from "../partnership/terms-list";
import { RecordMoney } from "./record-money";
import type { PartProps } from "./voice";

const rules: Readonly<Record<LineTrace["rule"], string>> = {
  tiers: "Each part of the base earns the rate of the tier it lies in.",
  original: "A return takes back what its sale had earned, in proportion to what came back.",
  period: "The rate that is reached is paid on the period as a whole; this is the line's part of it.",
};

interface LineTraceProps extends PartProps {
  line: RecordLine;
}

/** How the share of one line was found: what went in, which rule and rates, and what came out before rounding. */
export function LineTraceView({ line, record, voice }: LineTraceProps) {
  const { identity } = record;
  const currency = identity.currency.code;
  const money = useMoneyWords(currency);
  const { trace } = line;
  const items: Description[] = [
    { term: "Event", value: <EventWords line={line} timeZone={identity.period.timeZone} /> },
    ...originalOf(line),
    { term: "Gross", value: <RecordMoney amount={line.gross} currency={currency} /> },
    { term: "Less deductions", value: <RecordMoney amount={line.deductions} currency={currency} /> },
    { term: "Base of the line", value: <RecordMoney amount={line.net} currency={currency} /> },
    { term: "Rule", value: rules[trace.rule] },
    {
      term: "Base of the agreement",
      value: `from ${money(BigInt(trace.before.minor))} to ${money(BigInt(trace.after.minor))}`,
    },
    { term: "Rates", value: <Rates trace={trace} currency={currency} /> },
    {
      term: "Exact share",
      value: (
        <span className="figures">
          {trace.exactShare.replace(/\/1$/, "")} × {money(1n)}, before rounding
        </span>
      ),
    },
    {
      term: voice.share,
      value: (
        <>
          <RecordMoney amount={line.share} currency={currency} className="font-semibold" />, its part of the
          period's share, which is rounded once
        </>
      ),
    },
    { term: "Held back of it", value: <RecordMoney amount={line.reserve} currency={currency} /> },
    { term: "By the agreement", value: `${identity.agreement.id}, version ${identity.agreement.version}` },
  ];
  return <DescriptionList items={items} />;
}

function EventWords({ line, timeZone }: { line: RecordLine; timeZone: string }) {
  return (
    <>
      {line.event}
      {line.source !== "" && `, ${line.source}`}, <DateTime at={new Date(line.at)} timeZone={timeZone} />
      {line.quantity !== null && `, quantity ${line.quantity}`}
    </>
  );
}

function originalOf({ original }: RecordLine): Description[] {
  if (original === null) return [];
  const { event, statement, line } = original;
  const where =
    line === null
      ? "not listed"
      : statement === null
        ? `line ${line} of this statement`
        : `line ${line} of statement ${statement}`;
  return [{ term: "Return of", value: `${event}, ${where}` }];
}

function Rates({ trace: { tiers }, currency }: { trace: LineTrace; currency: string }) {
  const { locale } = useFormatting();
  if (tiers.length === 0) return "none: the base did not move";
  return (
    <ul>
      {tiers.map(({ tier, rateBp, base }) => (
        <li key={tier}>
          Tier {tier}: {formatRate(rateBp, locale)}
          {base === null ? (
            ", as its original"
          ) : (
            <>
              {" "}
              of <RecordMoney amount={base} currency={currency} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
