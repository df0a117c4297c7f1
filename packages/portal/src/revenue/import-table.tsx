import type { views } from "@evenshare/domain";
import { type Column, DataTable, DateTime, StatusBadge, useFormatting } from "@evenshare/ui";
import { importWords } from "./import-words";

type Row = views.RevenueImportView;
type Count = "rowsNew" | "rowsKnown" | "rowsSkipped" | "rowsFaulty";

/** Imports, newest first, each with what became of its rows. */
export function ImportTable({ imports }: { imports: readonly Row[] }) {
  const { locale } = useFormatting();
  const format = new Intl.NumberFormat(locale);
  const count = (id: Count, header: string): Column<Row> => ({
    id,
    header,
    align: "end",
    cell: (row) => <span className="figures">{format.format(row[id])}</span>,
  });
  const columns: readonly Column<Row>[] = [
    { id: "file", header: "File", cell: ({ fileName }) => <bdi className="wrap-anywhere">{fileName}</bdi> },
    { id: "source", header: "Source", cell: ({ source }) => source },
    { id: "state", header: "State", cell: ({ status }) => <ImportBadge status={status} variant="plain" /> },
    count("rowsNew", "New"),
    count("rowsKnown", "Known"),
    count("rowsSkipped", "Left out"),
    count("rowsFaulty", "Faulty"),
    {
      id: "started",
      header: "Started",
      cell: ({ createdAt, createdBy }) => (
        <span>
          <DateTime at={createdAt} />
          <span className="block text-small text-muted">{createdBy}</span>
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption="Imports"
      captionHidden
      columns={columns}
      rows={imports}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/revenue/imports/${id}`}
    />
  );
}

export function ImportBadge({ status, variant }: { status: Row["status"]; variant: "soft" | "plain" }) {
  const { word, tone } = importWords[status];
  return (
    <StatusBadge tone={tone} variant={variant}>
      {word}
    </StatusBadge>
  );
}
