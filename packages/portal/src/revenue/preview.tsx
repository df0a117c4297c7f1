import type { views } from "@evenshare/domain";
import { Banner, Button, classNames } from "@evenshare/ui";
import { useState } from "react";
import { PreviewRow } from "./preview-row";

export interface PreviewProps {
  inspected: Pick<views.InspectedRevenue, "header" | "rows" | "problem">;
  /** The clock that the file's times were read from, in which they are written here as well. */
  timeZone: string;
  /** While the rows are read anew; what is shown is how it was before. */
  stale?: boolean;
}

/** So many rows stand there at once, and whatever is faulty below them. */
const few = 6;

/** The first rows of a file, and beside each what it would become. */
export function Preview({ inspected: { header, rows, problem }, timeZone, stale = false }: PreviewProps) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.filter(({ outcome }, at) => at < few || outcome?.kind === "faulty");
  return (
    <div aria-busy={stale || undefined}>
      {problem !== null && (
        <div className="mb-4">
          <Banner tone="risk" title={`Line ${problem.line}: ${problem.what}`}>
            The file cannot be read like this. Look at that line, or at what separates the columns.
          </Banner>
        </div>
      )}
      <p role="status" className="text-dense text-muted">
        {rows.length === 0 ? "The file has no rows below its header." : summary(rows)}
      </p>
      {rows.length > 0 && (
        <ol className={classNames("mt-3 divide-y border-y transition-opacity", stale && "opacity-60")}>
          {shown.map((row) => (
            <PreviewRow key={row.line} row={row} header={header} timeZone={timeZone} />
          ))}
        </ol>
      )}
      {shown.length < rows.length && (
        <div className="mt-3">
          <Button size="small" onClick={() => setAll(true)}>
            Show all {rows.length} rows
          </Button>
        </div>
      )}
    </div>
  );
}

function summary(rows: PreviewProps["inspected"]["rows"]): string {
  const count = (kind: "line" | "skipped" | "faulty") =>
    rows.filter(({ outcome }) => outcome?.kind === kind).length;
  const one = rows.length === 1;
  const shown = one ? "The first row" : `The first ${rows.length} rows`;
  if (rows.every(({ outcome }) => outcome === null))
    return `${shown} as ${one ? "it stands" : "they stand"} in the file.`;
  return `${shown}: ${count("line")} would count, ${count("skipped")} left out, ${count("faulty")} faulty.`;
}
