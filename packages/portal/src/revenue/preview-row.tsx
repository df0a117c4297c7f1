import type { views } from "@evenshare/domain";
import { DateTime, StatusBadge, useFormatting } from "@evenshare/ui";
import { AmountParts, SaleOrReturn, SignedMoney } from "./line-table";

type Row = views.InspectedRevenue["rows"][number];
type Outcome = NonNullable<Row["outcome"]>;
type Facts = Extract<Outcome, { kind: "line" }>["facts"];

export interface PreviewRowProps {
  row: Row;
  header: readonly string[];
  timeZone: string;
}

/** One row as the file has it, and what it would become. */
export function PreviewRow({ row: { line, fields, outcome }, header, timeZone }: PreviewRowProps) {
  return (
    <li className="grid gap-x-8 gap-y-3 py-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
      <div className="min-w-0">
        <p className="text-small font-medium text-muted">Line {line}</p>
        <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-1.5">
          {fields.map((field, index) => (
            // Columns may share a name; a field is told by where it stands.
            <div key={index} className="min-w-0">
              <dt className="text-small text-muted">{header[index] || `Column ${index + 1}`}</dt>
              <dd className="text-dense wrap-anywhere">{field === "" ? <Empty /> : field}</dd>
            </div>
          ))}
        </dl>
      </div>
      {outcome !== null && (
        <div className="min-w-0 border-l-2 pl-4 text-dense">
          <Became outcome={outcome} timeZone={timeZone} />
        </div>
      )}
    </li>
  );
}

function Empty() {
  return <span className="text-muted">empty</span>;
}

function Became({ outcome, timeZone }: { outcome: Outcome; timeZone: string }) {
  if (outcome.kind === "skipped") {
    return (
      <>
        <StatusBadge tone="neutral" variant="plain">
          Left out
        </StatusBadge>
        <p className="text-small text-muted">A rule of the mapping says so.</p>
      </>
    );
  }
  if (outcome.kind === "faulty") {
    return (
      <>
        <StatusBadge tone="risk" variant="plain">
          Faulty
        </StatusBadge>
        <ul>
          {distinct(outcome.faults).map(({ column, what }) => (
            <li key={`${column} ${what}`} className="wrap-anywhere">
              <span className="font-medium">{column}</span> {what}
            </li>
          ))}
        </ul>
      </>
    );
  }
  return <Line facts={outcome.facts} timeZone={timeZone} />;
}

/** A column that several fields of the mapping read is wrong for each of them; once is enough to know. */
function distinct(faults: Extract<Outcome, { kind: "faulty" }>["faults"]) {
  return faults.filter(
    ({ column, what }, at) =>
      faults.findIndex((other) => other.column === column && other.what === what) === at,
  );
}

function Line({ facts, timeZone }: { facts: Facts; timeZone: string }) {
  const { locale } = useFormatting();
  const { type, gross, item, description, quantity, occurredAt, eventId, originalId } = facts;
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <SaleOrReturn type={type} />
        <span className="font-semibold">
          <SignedMoney line={facts} amount={gross} />
        </span>
      </p>
      <p className="wrap-anywhere">
        {quantity !== null && `${new Intl.NumberFormat(locale).format(quantity)} × `}
        <span className="font-medium">{item}</span>
        {description !== "" && ` ${description}`}
      </p>
      <p>
        <DateTime at={occurredAt} timeZone={timeZone} />
      </p>
      <AmountParts line={facts} />
      <p className="text-small text-muted wrap-anywhere">
        Id {eventId}
        {originalId !== null && `, of the sale ${originalId}`}
      </p>
    </>
  );
}
