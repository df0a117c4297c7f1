import { html } from "hono/html";
import type { MessageSummary } from "../message";
import { layout, time } from "./layout";

/** The list, newest first, with the search by recipient. */
export function listPage(messages: readonly MessageSummary[], to: string, total: number) {
  const count = `${messages.length} ${messages.length === 1 ? "mail" : "mails"}`;
  return layout(
    count,
    html`
    <div class="bar">
      <h1>Inbox <small id="count">${count}</small></h1>
      <form role="search" method="get" action="/">
        <label for="to">Recipient</label>
        <input id="to" name="to" type="search" value="${to}" placeholder="ada@studio.example" autocomplete="off">
        <button type="submit">Search</button>
      </form>
      <button type="button" class="quiet" data-clear ${total === 0 ? "disabled" : ""}>Delete all</button>
    </div>
    <div id="list" data-refresh>
      ${messages.length === 0 ? emptyState(to, total) : html`<ol class="mails">${messages.map(row)}</ol>`}
    </div>`,
  );
}

/** Shown for an address that leads nowhere (any more). */
export function notFoundPage() {
  return layout(
    "Not found",
    html`<section class="empty">
      <h1>This mail is not here</h1>
      <p>It may have been deleted, or the link is from another data folder.</p>
      <p><a href="/">Back to the inbox</a></p>
    </section>`,
  );
}

function row(message: MessageSummary) {
  return html`<li>
    <a class="mail" href="/messages/${message.id}">
      <span class="who">${message.to.join(", ")}</span>
      <span class="what"><strong>${message.subject || "(no subject)"}</strong>${repeats(message)}
        <span class="snippet">${message.snippet}</span></span>
      <span class="when">${time(message.receivedAt.at(-1) ?? "")}</span>
    </a>
  </li>`;
}

/** The note that the sender delivered the same Message-ID more than once. */
export function repeats({ receivedAt }: MessageSummary) {
  if (receivedAt.length < 2) return "";
  return html` <span class="note">received ${receivedAt.length}×</span>`;
}

function emptyState(to: string, total: number) {
  if (total > 0) {
    return html`<section class="empty">
      <h2>No mail to “${to}”</h2>
      <p>${total} to other people. <a href="/">Show all</a></p>
    </section>`;
  }
  return html`<section class="empty">
    <h2>Nothing sent yet</h2>
    <p>Invite somebody, fund a milestone or release one: the mail appears here by itself.</p>
  </section>`;
}
