import { ButtonLink } from "@evenshare/ui";
import { Download } from "lucide-react";

export interface DownloadCsvProps {
  /** The table's name at the API: `held-funds`. */
  table: string;
  /** What the screen shows of it, as the API names its filters; what is undefined is left out. */
  filter?: Readonly<Record<string, string | undefined>>;
  /** What is downloaded, for people who hear the page: "the held funds". */
  what: string;
  /** Of a page as a whole it stands among the page's own buttons, and is as large as they are. */
  size?: "small" | "regular";
}

/** A table as a file, with everything in it and not only what is loaded. */
export function DownloadCsv({ table, filter = {}, what, size = "small" }: DownloadCsvProps) {
  const wanted = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const query = new URLSearchParams(wanted).toString();
  return (
    <ButtonLink
      size={size}
      icon={Download}
      href={`/api/exports/${table}.csv${query === "" ? "" : `?${query}`}`}
      aria-label={`Download ${what} as CSV`}
      download
    >
      CSV
    </ButtonLink>
  );
}
