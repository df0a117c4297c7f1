import type { StatementRecord, StepCode } from "@evenshare/domain";
import {
  type Column,
  DataTable,
  type Description,
  DescriptionList,
  Disclosure,
  Section,
  type ShareTone,
  Swatch,
  TextLink,
  useFormatting,
} from "@evenshare/ui";
import { ChevronRight } from "lucide-react";
import { dayWords } from "../partnership/day-words";
import { formatRate } from "../partnership/terms-list";
import { explainStep } from "./explain-step";
import { linesId } from "./lines-section";
import { RecordMoney } from "./record-money";
import { stepWords } from "./statement-words";
import type { PartProps, Voice } from "./voice";
import { type WaterfallBar, waterfallBars } from "./waterfall-bars";

const tones: Readonly<Record<WaterfallBar["look"], ShareTone>> = {
  result: "first",
  added: "released",
  taken: "refunded",
  nothing: "open",
};

/** Steps that are sums over the lines. */
const linesBehind: ReadonlySet<StepCode> = new Set(["gross", "returns", "deductions", "net", "share"]);

/** Every step from receipts to payment as a bar that opens to how it was found, with the figures as a table behind. */
export function Waterfall({ record, voice }: PartProps) {
  const { zero, bars } = waterfallBars(record.steps);
  return (
    <Section
      title="From receipts to payment"
      description="Every amount opens to the rule and the figures it comes from."
      action={<Key />}
    >
      <ol className="divide-y border-y text-dense">
        {bars.map((bar) => (
          <li key={bar.step.code}>
            <StepRow bar={bar} zero={zero} record={record} voice={voice} />
          </li>
        ))}
      </ol>
      <Disclosure summary="The same as a table">
        <StepTable steps={record.steps} currency={record.identity.currency.code} voice={voice} />
      </Disclosure>
    </Section>
  );
}

function Key() {
  return (
    <p aria-hidden className="flex flex-wrap gap-x-4 text-small text-muted">
      <span className="flex items-center gap-1.5">
        <Swatch tone={tones.result} /> sum
      </span>
      <span className="flex items-center gap-1.5">
        <Swatch tone={tones.added} /> added
      </span>
      <span className="flex items-center gap-1.5">
        <Swatch tone={tones.taken} /> taken off
      </span>
    </p>
  );
}

interface StepRowProps extends PartProps {
  bar: WaterfallBar;
  zero: number;
}

function StepRow({ bar, zero, record, voice }: StepRowProps) {
  const { code, role, amount } = bar.step;
  const weight = role === "result" ? "font-semibold" : bar.look === "nothing" ? "text-muted" : "";
  return (
    <details className="group/step">
      <summary
        className={`grid list-none grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-3 py-2 hover:bg-sunken md:grid-cols-[1rem_minmax(0,17rem)_minmax(0,1fr)_8.5rem] ${weight}`}
      >
        <ChevronRight
          aria-hidden
          className="size-4 text-muted transition-transform group-open/step:rotate-90"
        />
        <span>{stepWords(code, voice)}</span>
        <span
          aria-hidden
          className="relative order-last col-span-2 col-start-2 mt-1.5 block h-2.5 md:order-none md:col-span-1 md:col-start-auto md:mt-0 md:h-4"
        >
          <span className="absolute inset-y-0 border-l border-control" style={{ left: `${zero}%` }} />
          {bar.look !== "nothing" && (
            <span
              className="share-fill absolute inset-y-0 min-w-0.5 rounded-mark"
              data-tone={tones[bar.look]}
              style={{ left: `${bar.from}%`, width: `${bar.width}%` }}
            />
          )}
        </span>
        <RecordMoney
          amount={amount}
          currency={record.identity.currency.code}
          sign={role === "movement" && code !== "gross" ? "always" : "auto"}
          className="text-end"
        />
      </summary>
      <StepExplanation bar={bar} record={record} voice={voice} />
    </details>
  );
}

function StepExplanation({ bar, record, voice }: Omit<StepRowProps, "zero">) {
  const { locale } = useFormatting();
  const { currency, agreement } = record.identity;
  const { rule, inputs } = explainStep(bar.step.code, {
    record,
    voice,
    rate: (basisPoints) => formatRate(basisPoints, locale),
  });
  const items: Description[] = [
    ...inputs.map(([term, value]) => ({
      term,
      value: typeof value === "string" ? value : <RecordMoney amount={value} currency={currency.code} />,
    })),
    {
      term: "By the agreement",
      value: `${agreement.id}, version ${agreement.version}, from ${dayWords(agreement.effectiveFrom, locale)}`,
    },
  ];
  return (
    <div className="max-w-2xl pt-1 pb-4 pl-7">
      <p className="mb-3 max-w-reading">
        {rule}
        {linesBehind.has(bar.step.code) && (
          <>
            {" "}
            <TextLink href={`#${linesId}`}>To the lines</TextLink>
          </>
        )}
      </p>
      <DescriptionList items={items} />
    </div>
  );
}

interface StepTableProps {
  steps: StatementRecord["steps"];
  currency: string;
  voice: Voice;
}

function StepTable({ steps, currency, voice }: StepTableProps) {
  const columns: readonly Column<StatementRecord["steps"][number]>[] = [
    { id: "what", header: "What", cell: ({ code }) => stepWords(code, voice) },
    { id: "step", header: "Step", cell: ({ step }) => String(step) },
    {
      id: "role",
      header: "Is",
      cell: ({ role }) => (role === "result" ? "a sum" : "added to what is above"),
    },
    {
      id: "amount",
      header: "Amount",
      align: "end",
      cell: ({ amount }) => <RecordMoney amount={amount} currency={currency} />,
    },
  ];
  return (
    <DataTable
      caption="From receipts to payment"
      captionHidden
      columns={columns}
      rows={steps}
      rowKey={({ code }) => code}
    />
  );
}
