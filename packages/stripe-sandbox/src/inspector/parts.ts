import { type Html, html } from "../http/page";
import type { Platform } from "../platform";

/** A button that posts one action of the inspector. */
export function actionButton(
  platform: Platform,
  action: string,
  label: string,
  fields: Record<string, string> = {},
): Html {
  const hidden = { platform: platform.key, action, ...fields };
  return html`<form method="post" action="/inspector/actions">${Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button type="submit" class="quiet small">${label}</button></form>`;
}

/** An instant for people, in UTC. */
export function instant(at: number): string {
  return `${new Date(at * 1000).toISOString().slice(0, 16).replace("T", " ")}`;
}

/** The same without the hour. */
export function date(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 10);
}

/** A table that scrolls sideways on narrow screens; `empty` is said when there are no rows. */
export function table(
  label: string,
  columns: [name: string, money?: "money"][],
  rows: Html[],
  empty: string,
): Html {
  if (rows.length === 0) return html`<p class="muted">${empty}</p>`;
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>${columns.map(
    ([name, money]) => html`<th scope="col"${money === undefined ? null : html` class="money"`}>${name}</th>`,
  )}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** How many rows of a kind the page shows. */
export const shownRows = 50;
