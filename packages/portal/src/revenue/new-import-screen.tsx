import { Banner, Breadcrumbs, ButtonLink, FileDrop, PageHeader, Section } from "@evenshare/ui";
import { useState } from "react";
import { useDocumentTitle } from "../app/document-title";
import { ImportForm } from "./import-form";
import { useMayImport } from "./may-import";
import { useRevenueFile } from "./use-revenue-file";

/** Imports a file in three steps on one page: the file, how it is read, and what its rows would become. */
export function NewImportScreen() {
  const mayImport = useMayImport();
  const { file, choose, remove } = useRevenueFile();
  // A file that takes the place of another keeps the mapping that was made for the first.
  const [shown, setShown] = useState<{ id: string; name: string } | null>(null);
  const fileId = file?.fileId ?? null;
  if (file !== null && fileId !== null && shown?.id !== fileId) setShown({ id: fileId, name: file.name });
  useDocumentTitle("Import a file");
  if (!mayImport) return <NotAllowed />;
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: "Revenue", href: "/revenue" },
              { label: "Imports", href: "/revenue/imports" },
              { label: "Import a file" },
            ]}
          />
        }
        title="Import a file"
        subtitle="Nothing counts before you have seen what the rows would become and started the import."
      />
      <Section title="1. The file">
        <div className="max-w-2xl">
          <FileDrop
            label="File of sales and returns"
            hint="A CSV file whose first line names its columns."
            accept=".csv,.tsv,.txt,text/csv"
            multiple={false}
            files={file === null ? [] : [file]}
            onAdd={choose}
            onRemove={remove}
          />
        </div>
      </Section>
      {shown !== null && (
        <div className={fileId === null ? "hidden" : "mt-9"}>
          <ImportForm fileId={shown.id} />
        </div>
      )}
    </>
  );
}

function NotAllowed() {
  return (
    <>
      <PageHeader title="Import a file" />
      <Banner
        title="Your role does not import files"
        action={<ButtonLink href="/revenue/imports">See the imports</ButtonLink>}
      >
        Owners and finance of your organization do. Every import is listed for you as well.
      </Banner>
    </>
  );
}
