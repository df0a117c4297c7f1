import { html } from "hono/html";
import type { MessageDetail } from "../message";
import { layout, time } from "./layout";
import { repeats } from "./list-page";

const VIEWS = { html: "HTML", text: "Text", headers: "Headers", raw: "Raw" } as const;
type View = keyof typeof VIEWS;

/** One mail: who, when, attachments, and its content in one of four views. */
export function messagePage(message: MessageDetail, raw: string, requested: string | undefined) {
  const view = chooseView(message, requested);
  return layout(
    message.subject || "(no subject)",
    html`
    <p class="back"><a href="/">← Inbox</a></p>
    <h1 class="subject">${message.subject || "(no subject)"}${repeats(message)}</h1>
    <dl class="facts">
      <dt>From</dt><dd>${message.from}</dd>
      <dt>To</dt><dd>${message.to.join(", ")}</dd>
      <dt>Received</dt><dd>${message.receivedAt.map((at, index) => html`${index > 0 ? " · " : ""}${time(at)}`)}</dd>
      ${attachmentList(message)}
    </dl>
    <nav class="tabs" aria-label="Views of this mail">
      ${available(message).map((name) => {
        const current = name === view ? html`aria-current="page"` : "";
        return html`<a href="/messages/${message.id}?view=${name}" ${current}>${VIEWS[name]}</a>`;
      })}
      <a class="download" href="/messages/${message.id}/raw">Download .eml</a>
    </nav>
    ${content(message, raw, view)}`,
  );
}

function available(message: MessageDetail): View[] {
  return [
    ...(message.html ? ["html" as const] : []),
    ...(message.text ? ["text" as const] : []),
    "headers",
    "raw",
  ];
}

function chooseView(message: MessageDetail, requested: string | undefined): View {
  const views = available(message);
  return views.find((name) => name === requested) ?? views[0] ?? "raw";
}

function content(message: MessageDetail, raw: string, view: View) {
  switch (view) {
    case "html":
      return html`<iframe class="body" title="The mail as HTML, without scripts and remote content"
        sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${message.id}/body"></iframe>`;
    case "text":
      return html`<pre class="body" tabindex="0" aria-label="The mail as text">${message.text ?? ""}</pre>`;
    case "headers":
      return html`<table class="headers">
        <caption class="unseen">Headers in the order received</caption>
        <thead class="unseen"><tr><th scope="col">Header</th><th scope="col">Value</th></tr></thead>
        <tbody>${message.headers.map(
          ({ name, value }) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
        )}</tbody>
      </table>`;
    case "raw":
      return html`<pre class="body" tabindex="0" aria-label="The mail as it was received">${raw}</pre>`;
  }
}

function attachmentList(message: MessageDetail) {
  if (message.attachments.length === 0) return "";
  return html`<dt>Files</dt><dd>${message.attachments.map(
    ({ index, filename, size }) =>
      html`<a href="/api/messages/${message.id}/attachments/${index}">${filename}</a> <small>${formatSize(size)}</small> `,
  )}</dd>`;
}

function formatSize(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${Math.ceil(bytes / 1024)} KB`;
}
