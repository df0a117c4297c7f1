import { html } from "hono/html";

type Markup = ReturnType<typeof html>;

/** The frame of every page. */
export function layout(title: string, content: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · Evenshare inbox</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/style.css">
    <script src="/script.js" type="module"></script>
  </head>
  <body>
    <a class="skip" href="#content">Skip to the mail</a>
    <header class="top">
      <a class="wordmark" href="/">Evenshare <span>inbox</span></a>
      <p class="live" role="status" data-live>Everything the product sends on this machine</p>
    </header>
    <main id="content" tabindex="-1">${content}</main>
  </body>
</html>`;
}

/** A time as the page's script then shows it in the reader's own zone and language. */
export function time(iso: string): Markup {
  const readable = `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
  return html`<time datetime="${iso}" data-local>${readable}</time>`;
}
