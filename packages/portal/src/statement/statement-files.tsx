import type { views } from "@evenshare/domain";
import { ButtonLink, Section } from "@evenshare/ui";
import { Download } from "lucide-react";

const files = [
  ["statement.pdf", "PDF", "The statement as PDF"],
  ["lines.csv", "Lines, CSV", "All lines as CSV"],
  ["balance.csv", "Balance, CSV", "The balance as CSV"],
  ["statement.json", "JSON", "The whole record as JSON"],
] as const;

interface StatementFilesProps {
  statement: Pick<views.StatementView, "id" | "sha256">;
  previous: { readonly number: string; readonly sha256: string } | null;
}

/** The statement as files, all written from the one record, and how to know that it is the same as issued. */
export function StatementFiles({ statement: { id, sha256 }, previous }: StatementFilesProps) {
  return (
    <Section
      title="Files and proof"
      description="All of them are written from one record, which never changes once it is issued."
    >
      <ul className="flex flex-wrap gap-2">
        {files.map(([name, label, description]) => (
          <li key={name}>
            <ButtonLink
              icon={Download}
              href={statementFile(id, name)}
              aria-label={`Download: ${description}`}
              download
            >
              {label}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-small break-all text-muted">
        SHA-256 of the record: <span className="figures">{sha256}</span>
      </p>
      <p className="mt-1 text-small break-all text-muted">
        {previous === null ? (
          "It is the first statement of its agreement and payee."
        ) : (
          <>
            It follows {previous.number}, whose SHA-256 is <span className="figures">{previous.sha256}</span>
          </>
        )}
      </p>
    </Section>
  );
}

/** Where the API serves a file of a statement. */
export function statementFile(id: string, name: (typeof files)[number][0]): string {
  return `/api/statements/${encodeURIComponent(id)}/${name}`;
}
