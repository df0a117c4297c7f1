import { Hono } from "hono";
import { createApi } from "./api";
import type { Faults } from "./faults";
import type { Mailbox } from "./mailbox";
import { SCRIPT, STYLE } from "./page/assets";
import { listPage, notFoundPage } from "./page/list-page";
import { renderMailBody } from "./page/mail-body";
import { messagePage } from "./page/message-page";

/** The page loads nothing from elsewhere and runs only its own script. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; " +
  "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A mail's own HTML: no script, nothing from the network, no forms, an origin of its own. */
const BODY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; " +
  "base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** The inbox's page and its JSON interface. */
export function createApp(mailbox: Mailbox, faults: Faults): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has("content-security-policy")) c.header("content-security-policy", PAGE_POLICY);
    c.header("x-content-type-options", "nosniff");
    c.header("referrer-policy", "no-referrer");
    c.header("cache-control", "no-store");
  });

  app.route("/api", createApi(mailbox, faults));
  app.get("/health", (c) => c.json({ ok: true }));
  app.get("/style.css", (c) => c.body(STYLE, 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/script.js", (c) => c.body(SCRIPT, 200, { "content-type": "text/javascript; charset=utf-8" }));

  app.get("/", (c) => {
    const to = c.req.query("to") ?? "";
    return c.html(listPage(mailbox.list({ to }), to, mailbox.list().length));
  });

  app.get("/messages/:id", async (c) => {
    const message = await mailbox.find(c.req.param("id"));
    if (!message) return c.html(notFoundPage(), 404);
    const raw = await mailbox.readRaw(message.id);
    return c.html(messagePage(message, raw?.toString("utf8") ?? "", c.req.query("view")));
  });

  app.get("/messages/:id/body", async (c) => {
    const message = await mailbox.find(c.req.param("id"));
    if (!message?.html) return c.html(notFoundPage(), 404);
    const attachments = await mailbox.readAttachments(message.id);
    c.header("content-security-policy", BODY_POLICY);
    return c.html(renderMailBody(message.html, attachments));
  });

  app.get("/messages/:id/raw", async (c) => {
    const raw = await mailbox.readRaw(c.req.param("id"));
    if (!raw) return c.html(notFoundPage(), 404);
    return c.body(new Uint8Array(raw), 200, {
      "content-type": "message/rfc822",
      "content-disposition": `attachment; filename="${c.req.param("id")}.eml"`,
    });
  });

  return app;
}
