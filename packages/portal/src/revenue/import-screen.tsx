import type { views } from "@evenshare/domain";
import { Breadcrumbs, ButtonLink, PageHeader, PageHeaderSkeleton, TextSkeleton } from "@evenshare/ui";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { useTRPC } from "../api/trpc";
import { useDocumentTitle } from "../app/document-title";
import { Loaded } from "../app/loaded";
import { ImportFaults } from "./import-faults";
import { ImportState } from "./import-state";
import { ImportBadge } from "./import-table";
import { useMayImport } from "./may-import";
import { TakeBack } from "./take-back";

/** Changes are told at once; this is for progress while the stream of them is interrupted. */
const lookAgainMs = 2_000;

/** One import: how far it is, what became of its rows, and which could not be read. */
export function ImportScreen() {
  const { id = "" } = useParams();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.revenue.getImport.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.status === "reading" ? lookAgainMs : false) },
    ),
  );
  useDocumentTitle(query.data === undefined ? "Import" : `${query.data.fileName}, import`);
  return (
    <Loaded
      page
      query={query}
      what="The import"
      skeleton={
        <>
          <PageHeaderSkeleton label="Loading the import" />
          <TextSkeleton label="Loading the import" lines={8} />
        </>
      }
    >
      {(imported) => <ImportPage imported={imported} />}
    </Loaded>
  );
}

function ImportPage({ imported }: { imported: views.RevenueImportView }) {
  const mayImport = useMayImport();
  const { id, fileName, status, rowsNew, rowsFaulty } = imported;
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Revenue", href: "/revenue" },
              { label: "Imports", href: "/revenue/imports" },
              { label: fileName },
            ]}
          />
        }
        title={<bdi className="wrap-anywhere">{fileName}</bdi>}
        status={<ImportBadge status={status} variant="soft" />}
        action={
          status === "done" && rowsNew > 0 ? (
            <ButtonLink variant="primary" href={`/revenue?importId=${id}`}>
              See its lines
            </ButtonLink>
          ) : undefined
        }
        secondary={
          mayImport && (status === "done" || status === "reading") ? (
            <TakeBack imported={imported} />
          ) : undefined
        }
      />
      <ImportState imported={imported} />
      {rowsFaulty > 0 && (
        <div className="mt-9">
          <ImportFaults importId={id} />
        </div>
      )}
    </>
  );
}
