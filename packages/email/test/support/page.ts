import { Window } from "happy-dom";

/** A rendered page, parsed: what stands on it, where it leads, and of which elements it is made. */
export interface ParsedPage {
  readonly text: string;
  readonly links: readonly string[];
  readonly elements: readonly string[];
  /** Values of the table of facts by label. */
  readonly facts: ReadonlyMap<string, string>;
  readonly language: string | null;
}

/** Parses a page and lets go of the window at once. The hidden preview text is not counted as standing on the page. */
export async function parsePage(html: string): Promise<ParsedPage> {
  const window = new Window();
  try {
    const page = new window.DOMParser().parseFromString(html, "text/html");
    for (const hidden of page.querySelectorAll("[data-skip-in-text], style, title")) hidden.remove();
    return {
      text: page.body.textContent,
      links: [...page.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? ""),
      elements: [...page.querySelectorAll("*")].map(({ tagName }) => tagName.toLowerCase()),
      facts: new Map(
        [...page.querySelectorAll('th[scope="row"]')].map((label) => [
          label.textContent,
          label.nextElementSibling?.textContent ?? "",
        ]),
      ),
      language: page.documentElement.getAttribute("lang"),
    };
  } finally {
    await window.happyDOM.close();
  }
}
