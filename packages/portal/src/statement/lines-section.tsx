import type { RecordLine } from "@evenshare/domain";
import { Button, Section, useFormatting } from "@evenshare/ui";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { dayWords } from "../partnership/day-words";
import { LineTraceView } from "./line-trace";
import { RecordMoney } from "./record-money";
import type { PartProps } from "./voice";

const pageLength = 25;
/** Where on the page they are. */
export const linesId = "lines";

/** Every event that was counted, a page at a time; each opens to how its share was computed. */
export function Lines({ record, voice }: PartProps) {
  const [first, setFirst] = useState(0);
  const { lines } = record;
  const shown = lines.slice(first, first + pageLength);
  return (
    <Section title="Lines" description="Each line opens to how its share was computed.">
      {lines.length === 0 ? (
        <p className="text-dense text-muted">No sales and no returns in this period.</p>
      ) : (
        <ol className="divide-y border-y text-dense" aria-label="Lines">
          {shown.map((line) => (
            <li key={line.line}>
              <Line line={line} record={record} voice={voice} />
            </li>
          ))}
        </ol>
      )}
      {lines.length > pageLength && <Pager first={first} total={lines.length} onTurn={setFirst} />}
    </Section>
  );
}

interface PagerProps {
  first: number;
  total: number;
  onTurn: (first: number) => void;
}

function Pager({ first, total, onTurn }: PagerProps) {
  const { locale } = useFormatting();
  const count = new Intl.NumberFormat(locale);
  const last = Math.min(first + pageLength, total);
  return (
    <nav aria-label="Pages of lines" className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button size="small" disabled={first === 0} onClick={() => onTurn(first - pageLength)}>
        Previous lines
      </Button>
      <Button size="small" disabled={last === total} onClick={() => onTurn(first + pageLength)}>
        Next lines
      </Button>
      <p aria-live="polite" className="figures text-small text-muted">
        {count.format(first + 1)} to {count.format(last)} of {count.format(total)} lines
      </p>
    </nav>
  );
}

function Line({ line, record, voice }: PartProps & { line: RecordLine }) {
  const { locale } = useFormatting();
  const currency = record.identity.currency.code;
  return (
    <details className="group/line">
      <summary className="grid list-none grid-cols-[1rem_minmax(0,1fr)_auto] items-baseline gap-x-3 py-2 hover:bg-sunken md:grid-cols-[1rem_3.5rem_9.5rem_minmax(0,1fr)_auto_9rem]">
        <ChevronRight
          aria-hidden
          className="size-4 self-center text-muted transition-transform group-open/line:rotate-90"
        />
        <span className="figures hidden text-muted md:inline">{line.line}</span>
        <span className="hidden text-muted md:inline">{dayWords(line.day, locale)}</span>
        <span className="min-w-0">
          {line.description ?? line.item}
          {line.type === "return" && <span className="text-muted"> · return</span>}
          <span className="block text-small text-muted md:hidden">
            <span className="sr-only">Line </span>
            {line.line} · {dayWords(line.day, locale)}
          </span>
        </span>
        <span className="hidden text-muted md:inline">
          net <RecordMoney amount={line.net} currency={currency} />
        </span>
        <span className="text-end">
          <span className="sr-only">share </span>
          <RecordMoney amount={line.share} currency={currency} className="font-medium" />
        </span>
      </summary>
      <div className="max-w-2xl pt-1 pb-4 pl-7">
        <h3 className="mb-2 font-semibold">How this was computed</h3>
        <LineTraceView line={line} record={record} voice={voice} />
      </div>
    </details>
  );
}
