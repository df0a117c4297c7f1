import { html, type PageAnswer, page } from "../http/page";

/** A page that only says something, for links that lead nowhere any more. */
export function messagePage(title: string, message: string, status: number): PageAnswer {
  return page(
    title,
    html`<main class="hosted"><section class="card"><h1>${title}</h1><p>${message}</p></section></main>`,
    { status },
  );
}
