import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type MailInbox, startMailInbox } from "../src";

const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let dataDir: string;
let inbox: MailInbox;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "evenshare-mail-"));
  inbox = await startMailInbox({ dataDir });
  await createTransport(inbox.smtpUrl).sendMail({
    from: '"<img src=x onerror=alert(1)>" <evil@evil.example>',
    to: "ada@studio.example",
    subject: "<script>alert(3)</script>",
    text: "</pre><script>alert(4)</script>",
    html: `<html><head><title>t</title></head><body><script>alert(5)</script>
      <img src="https://tracker.example/p.gif"><img src="cid:logo@evenshare"></body></html>`,
    attachments: [
      {
        filename: "logo.png",
        cid: "logo@evenshare",
        content: Buffer.from(PIXEL, "base64"),
        contentType: "image/png",
      },
    ],
  });
});

afterEach(async () => {
  await inbox.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const messagePath = () => `/messages/${inbox.mailbox.list()[0]?.id}`;

test.each(["", "?view=text", "?view=headers", "?view=raw"])(
  "no part of a mail becomes markup of the page (%s)",
  async (view) => {
    for (const path of ["/", messagePath() + view]) {
      const page = await (await fetch(inbox.url + path)).text();
      expect(page).not.toMatch(/<script>alert|<img src=x|<\/pre><script/);
    }
  },
);

test("the HTML is framed without scripts and without the network", async () => {
  const page = await (await fetch(inbox.url + messagePath())).text();
  const sandbox = /<iframe[^>]*sandbox="([^"]*)"/.exec(page)?.[1];
  expect(sandbox?.split(" ")).toEqual(["allow-popups", "allow-popups-to-escape-sandbox"]);

  const body = await fetch(`${inbox.url}${messagePath()}/body`);
  const policy = body.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("img-src data:;");
  expect(policy).not.toContain("script-src");
  // Also when opened on its own, outside the frame.
  expect(policy).toMatch(/sandbox (?!.*allow-(scripts|same-origin|forms))/);
});

test("inline images are shown from the mail itself", async () => {
  const body = await (await fetch(`${inbox.url}${messagePath()}/body`)).text();
  expect(body).toContain(`<img src="data:image/png;base64,${PIXEL}">`);
  expect(body).toContain('<head><base target="_blank">');
});
