import type { ReactNode } from "react";

interface FiguresTableProps {
  caption: string;
  captionHidden?: boolean;
  /** Above the names, then above each figure. */
  headers: readonly [name: string, ...figures: string[]];
  rows: readonly FiguresRow[];
  /** The line that the others lead to. */
  closing?: FiguresRow;
}

interface FiguresRow {
  /** Unique within the table. */
  readonly id: string;
  readonly name: ReactNode;
  readonly figures: readonly ReactNode[];
}

/** A name and a few figures to a line: narrow enough to stay a table on a phone and in half a page. */
export function FiguresTable({ caption, captionHidden = false, headers, rows, closing }: FiguresTableProps) {
  const [name, ...figures] = headers;
  return (
    <table className="w-full self-start text-dense">
      <caption className={captionHidden ? "sr-only" : "pb-1 text-start text-small text-muted"}>
        {caption}
      </caption>
      <thead className="text-small text-muted">
        <tr className="border-b">
          <th scope="col" className="py-2 pr-3 text-start font-medium">
            {name}
          </th>
          {figures.map((figure) => (
            <th key={figure} scope="col" className="py-2 pl-3 text-end font-medium">
              {figure}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} headers={figures} weight="font-normal" />
        ))}
      </tbody>
      {closing !== undefined && (
        <tfoot className="font-semibold">
          <Line row={closing} headers={figures} weight="font-semibold" />
        </tfoot>
      )}
    </table>
  );
}

interface LineProps {
  row: FiguresRow;
  headers: readonly string[];
  weight: "font-normal" | "font-semibold";
}

function Line({ row: { name, figures }, headers, weight }: LineProps) {
  return (
    <tr className="border-b">
      <th scope="row" className={`py-2 pr-3 text-start ${weight}`}>
        {name}
      </th>
      {headers.map((header, index) => (
        <td key={header} className="figures py-2 pl-3 text-end align-baseline">
          {figures[index]}
        </td>
      ))}
    </tr>
  );
}
