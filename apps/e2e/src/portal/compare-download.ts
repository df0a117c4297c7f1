import type { Page } from "playwright-core";

/** A table on a page and the file it can be downloaded as. */
export interface Download {
  readonly href: string;
  /** The headings of its columns on the screen. */
  readonly headings: readonly string[];
  /** The columns of the file. */
  readonly columns: readonly string[];
  /** The lines of the file below its columns; each begins with what its first column holds. */
  readonly lines: readonly string[];
}

/** Fetches every table of a page that can be downloaded, as the reader would. */
export async function readDownloads(page: Page): Promise<Download[]> {
  const offered = await page.evaluate(() =>
    [...document.querySelectorAll('a[href^="/api/exports/"]')].map((link) => {
      // A section of its own has a table of its own.
      const section = link.closest("section");
      const headings = [...document.querySelectorAll("main thead th")]
        .filter((cell) => cell.closest("section") === section)
        .map((cell) => cell.textContent);
      return { href: link.getAttribute("href") ?? "", headings: [...new Set(headings)] };
    }),
  );
  return Promise.all(
    offered.map(async ({ href, headings }) => {
      const answer = await page.request.get(href);
      if (answer.status() !== 200) throw new Error(`${href} answered ${answer.status()}`);
      const text = (await answer.body()).toString("utf8");
      if (!text.startsWith("\uFEFF")) throw new Error(`${href} does not begin with a byte order mark`);
      const [columns = "", ...lines] = text.slice(1).split("\r\n");
      return { href, headings, columns: columns.split(","), lines: lines.filter((line) => line !== "") };
    }),
  );
}

/** Headings on the screen that no column of the file holds, whole or in parts (`State: reason`). */
export function missingColumns({ headings, columns }: Download): string[] {
  const names = columns.map((column) => column.replace(/^"|"$/g, ""));
  return headings.filter(
    (heading) => !names.some((name) => name === heading || name.startsWith(`${heading}: `)),
  );
}
