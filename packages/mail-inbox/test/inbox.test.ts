import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type MailInbox, startMailInbox } from "../src";

let dataDir: string;
let inbox: MailInbox;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "evenshare-mail-"));
  inbox = await startMailInbox({ dataDir });
});

afterEach(async () => {
  await inbox.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const send = (mail: SendMailOptions) =>
  createTransport(inbox.smtpUrl).sendMail({ from: "Evenshare <no-reply@evenshare.example>", ...mail });

async function getJson(path: string): Promise<unknown> {
  return (await fetch(`${inbox.url}${path}`)).json();
}

const getPage = async (path: string) => (await fetch(`${inbox.url}${path}`)).text();

const firstId = () => inbox.mailbox.list()[0]?.id ?? "none";

test("shows what was sent: headers, text, HTML and attachments", async () => {
  await send({
    to: "Ada <ada@studio.example>",
    bcc: "books@studio.example",
    subject: "Released: £2,000.00 – “Episode 4”",
    text: "On its way.",
    html: "<p>On its <b>way</b>.</p>",
    headers: { "X-Event": "milestone.released" },
    attachments: [{ filename: "Aufstellung ä.csv", content: "a,b\n1,2\n", contentType: "text/csv" }],
  });

  expect(await getJson("/api/messages")).toMatchObject([
    {
      from: "Evenshare <no-reply@evenshare.example>",
      to: ["ada@studio.example", "books@studio.example"],
      subject: "Released: £2,000.00 – “Episode 4”",
      snippet: "On its way.",
      receivedAt: [expect.any(String)],
    },
  ]);
  expect(await getJson(`/api/messages/${firstId()}`)).toMatchObject({
    text: expect.stringContaining("On its way."),
    html: expect.stringContaining("<b>way</b>"),
    headers: expect.arrayContaining([{ name: "X-Event", value: "milestone.released" }]),
    attachments: [{ index: 0, filename: "Aufstellung ä.csv", mimeType: "text/csv", size: 8 }],
  });
  expect(await getPage(`/api/messages/${firstId()}/attachments/0`)).toBe("a,b\n1,2\n");
});

test("a Message-ID received twice is one mail with a note", async () => {
  const mail = {
    to: "ada@studio.example",
    subject: "Once",
    text: "x",
    messageId: "<release-1@evenshare.example>",
  };
  await send(mail);
  await send(mail);
  await send({ ...mail, messageId: "<release-2@evenshare.example>" });

  expect(inbox.mailbox.list().map(({ receivedAt }) => receivedAt.length)).toEqual([1, 2]);
  expect(await getPage("/")).toContain("received 2×");
});

test("lists by recipient and by time", async () => {
  await send({ to: "ada@studio.example", subject: "first", text: "x" });
  const [first] = inbox.mailbox.list();
  await send({ to: "grace@farm.example", subject: "second", text: "x" });
  const [second] = inbox.mailbox.list();

  expect(await getJson("/api/messages?to=ADA@studio")).toMatchObject([{ subject: "first" }]);
  expect(await getJson("/api/messages")).toMatchObject([{ subject: "second" }, { subject: "first" }]);
  expect(await getJson(`/api/messages?since=${second?.receivedAt[0]}`)).toMatchObject([
    { subject: "second" },
  ]);
  expect(await getJson(`/api/messages?since=${first?.receivedAt[0]}`)).toHaveLength(2);
  expect((await fetch(`${inbox.url}/api/messages?since=yesterday`)).status).toBe(400);
});

test("can be asked to wait for a mail", async () => {
  const answer = getJson("/api/messages?to=ada&wait=30");
  await send({ to: "someone@else.example", text: "x" });
  await send({ to: "ada@studio.example", subject: "awaited", text: "x" });
  expect(await answer).toMatchObject([{ subject: "awaited" }]);
});

test("tells open pages that something changed", async () => {
  const events = await fetch(`${inbox.url}/api/events`);
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain("event: open");
  await send({ to: "ada@studio.example", text: "x" });
  expect((await reader?.read())?.value).toContain("event: change");
  await reader?.cancel();
});

test("deletes everything, also from disk", async () => {
  await send({ to: "ada@studio.example", text: "x" });
  expect((await fetch(`${inbox.url}/api/messages`, { method: "DELETE" })).status).toBe(204);
  await inbox.stop();
  inbox = await startMailInbox({ dataDir });
  expect(inbox.mailbox.list()).toEqual([]);
});

test("takes what cannot be parsed and shows it raw", async () => {
  await send({
    to: "ada@studio.example",
    raw: "Subject: odd\r\nContent-Type: multipart/mixed\r\n\r\n\0\0--",
  });
  expect((await fetch(`${inbox.url}/messages/${firstId()}?view=raw`)).status).toBe(200);
  expect(await getPage(`/messages/${firstId()}/raw`)).toContain("Subject: odd");
});

test.each([
  "/messages/none",
  "/messages/..%2f..%2fetc%2fpasswd",
  "/messages/none/raw",
  "/messages/none/body",
])("%s is a 404", async (path) => {
  expect((await fetch(`${inbox.url}${path}`)).status).toBe(404);
});
