import { createServer } from "node:net";
import type { OutgoingMail } from "@evenshare/application";
import { afterEach, expect, test } from "vitest";
import { createMailer, type MailerSettings } from "../src/index";
import { type MailTrap, openMailTrap, smtpError, type Verdict } from "./support/mail-trap";
import { origins } from "./support/people";

const mail: OutgoingMail = {
  messageId: "<0190c3a0-7000@evenshare.test>",
  to: { name: "Ada Okafor", email: "ada@studio-ada.test" },
  subject: "Your money is held: Episode 4",
  text: "Your money is held.\n",
  html: "<p>Your money is held.</p>",
};

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function openTrap(...behaviour: Parameters<typeof openMailTrap>): Promise<MailTrap> {
  const trap = await openMailTrap(...behaviour);
  closers.push(trap.close);
  return trap;
}

function openMailer(smtpUrl: string, settings: Partial<MailerSettings> = {}) {
  const mailer = createMailer({
    smtpUrl,
    from: "Evenshare <mail@evenshare.test>",
    brandOrigin: origins.brand,
    producerOrigin: origins.producer,
    timeouts: { connectMs: 30_000, greetingMs: 30_000, silenceMs: 30_000 },
    ...settings,
  });
  closers.push(mailer.close);
  return mailer;
}

/** Sends one mail to a server that answers the whole message with `verdict`. */
async function sendTo(verdict: Verdict) {
  const trap = await openTrap({ afterData: () => verdict });
  const outcome = await openMailer(trap.url).send(mail);
  return { outcome, received: trap.mails.length };
}

test("a mail that the server takes is accepted, with its answer", async () => {
  const { outcome, received } = await sendTo(null);
  expect(outcome).toMatchObject({ kind: "accepted", response: expect.stringMatching(/^250/) });
  expect(received).toBe(1);
});

test("the caller's message id and every header arrive as they should, the same when sent again", async () => {
  const trap = await openTrap();
  const mailer = openMailer(trap.url, {
    replyTo: "Evenshare help <help@evenshare.test>",
    now: () => new Date("2026-12-06T17:00:00Z"),
  });
  await mailer.send(mail);
  await mailer.send({ ...mail, messageId: "0190c3a0-7000@evenshare.test" });
  await mailer.send({ ...mail, messageId: "0190c3a0-7000" });
  expect(trap.mails.length).toBe(3);
  for (const { parsed } of trap.mails) {
    expect(parsed.messageId).toBe("<0190c3a0-7000@evenshare.test>");
    expect(parsed.from).toMatchObject({ name: "Evenshare", address: "mail@evenshare.test" });
    expect(parsed.replyTo).toMatchObject([{ name: "Evenshare help", address: "help@evenshare.test" }]);
    expect(parsed.to).toMatchObject([{ name: "Ada Okafor", address: "ada@studio-ada.test" }]);
    expect(parsed.date).toBe("2026-12-06T17:00:00.000Z");
    const header = (name: string) => parsed.headers.find(({ key }) => key === name)?.value;
    expect(header("auto-submitted")).toBe("auto-generated");
    expect(header("x-entity-ref-id")).toBe("0190c3a0-7000@evenshare.test");
    expect(header("content-type")).toMatch(/^multipart\/alternative/);
    expect(parsed.text?.trimEnd()).toBe("Your money is held.");
    expect(parsed.html).toContain("<p>Your money is held.</p>");
  }
});

test("C39: a mail that can be switched off says so to mail readers, and one that cannot says nothing of it", async () => {
  const trap = await openTrap();
  const mailer = openMailer(trap.url);
  const unsubscribeUrl = "https://brand.evenshare.test/api/unsubscribe?token=a.b.c";
  await mailer.send({ ...mail, unsubscribeUrl });
  await mailer.send(mail);
  const [with_, without] = trap.mails.map(
    ({ raw }) => raw.split("\r\n\r\n")[0]?.replaceAll(/\r\n[ \t]+/g, " ") ?? "",
  );
  expect(with_).toMatch(
    /\r\nList-Unsubscribe: +<https:\/\/brand\.evenshare\.test\/api\/unsubscribe\?token=a\.b\.c>\r\n/,
  );
  expect(with_).toContain("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
  expect(without).not.toMatch(/list-unsubscribe/i);
});

test.each([550, 552, 554])("a %i after the message is final", async (code) => {
  expect((await sendTo({ code, text: "no" })).outcome.kind).toBe("refused");
});

test.each([421, 450, 451, 452])("a %i after the message is for later: it was not taken", async (code) => {
  expect((await sendTo({ code, text: "not now" })).outcome.kind).toBe("later");
});

test.each([
  [550, "refused"],
  [553, "refused"],
  [450, "later"],
  [503, "later"],
  [530, "later"],
] as const)("a %i for the recipient is %s", async (code, kind) => {
  const trap = await openTrap({
    server: { onRcptTo: (_address, _session, callback) => callback(smtpError(code, "who?")) },
  });
  expect((await openMailer(trap.url).send(mail)).kind).toBe(kind);
  expect(trap.mails.length).toBe(0);
});

test("a connection lost after the whole message was handed over leaves it unknown, and it is not sent again", async () => {
  const { outcome, received } = await sendTo("drop");
  expect(outcome.kind).toBe("unknown");
  expect(received).toBe(1);
});

test("the same on a connection that had carried a mail before", async () => {
  let answers = 0;
  const trap = await openTrap({ afterData: () => (answers++ === 0 ? null : "drop") });
  const mailer = openMailer(trap.url);
  expect((await mailer.send(mail)).kind).toBe("accepted");
  expect((await mailer.send(mail)).kind).toBe("unknown");
  expect(trap.mails.length).toBe(2);
});

test("a server that falls silent after the whole message leaves it unknown", async () => {
  const trap = await openTrap({ afterData: () => "silence" });
  const mailer = openMailer(trap.url, {
    timeouts: { connectMs: 30_000, greetingMs: 30_000, silenceMs: 1_500 },
  });
  expect((await mailer.send(mail)).kind).toBe("unknown");
  expect(trap.mails.length).toBe(1);
});

test("a connection lost in the middle of a message is for later: its end was never sent", async () => {
  let begun = false;
  const trap = await openTrap({
    atFirstByte: (open) => {
      begun = true;
      open.drop();
    },
  });
  const mailer = openMailer(trap.url);
  // More than the buffers between the two ends can take.
  const outcome = await mailer.send({ ...mail, text: "x".repeat(16_000_000) });
  expect(begun).toBe(true);
  expect(outcome.kind).toBe("later");
  expect(trap.mails.length).toBe(0);
});

test("a connection lost before the message is for later", async () => {
  const trap = await openTrap({ server: { onMailFrom: () => trap.drop() } });
  expect((await openMailer(trap.url).send(mail)).kind).toBe("later");
});

test("an idle connection that the server has closed costs nothing: the mail goes over another", async () => {
  const trap = await openTrap();
  const mailer = openMailer(trap.url);
  await mailer.send(mail);
  trap.drop();
  expect((await mailer.send(mail)).kind).toBe("accepted");
  expect(trap.mails.length).toBe(2);
});

test("no server, a refused greeting and a failed sign-in are for later", async () => {
  const gone = await openTrap();
  await gone.close();
  expect((await openMailer(gone.url).send(mail)).kind).toBe("later");

  const unwilling = await openTrap({
    server: { onConnect: (_session, callback) => callback(smtpError(554, "go away")) },
  });
  expect((await openMailer(unwilling.url).send(mail)).kind).toBe("later");

  const guarded = await openTrap({
    server: {
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(smtpError(535, "wrong password")),
    },
  });
  const url = guarded.url.replace("smtp://", "smtp://mail:secret@");
  expect((await openMailer(url).send(mail)).kind).toBe("later");
});

test("a server that accepts the connection and never greets is for later", async () => {
  const mute = createServer();
  await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  closers.push(() => mute.close());
  const address = mute.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const mailer = openMailer(`smtp://127.0.0.1:${port}`, {
    timeouts: { connectMs: 300, greetingMs: 300, silenceMs: 300 },
  });
  expect((await mailer.send(mail)).kind).toBe("later");
});

test.each([
  "ada@studio-ada.test>\r\nRCPT TO:<all@evil.test",
  "ada@studio-ada.test\nBcc: all@evil.test",
  "ada@studio-ada.test, all@evil.test",
  "<ada@studio-ada.test>",
  "ada\u202e@studio-ada.test",
  "nobody",
  "@studio-ada.test",
  "",
])("R18: %j is not taken for an address, and nothing is sent", async (email) => {
  const trap = await openTrap();
  expect(await openMailer(trap.url).send({ ...mail, to: { name: "Ada", email } })).toMatchObject({
    kind: "refused",
  });
  expect(trap.mails.length).toBe(0);
});

test.each(["no host", "<a@b\r\nBcc: x@y>", "a b@c", ""])(
  "%j is not taken for a message id",
  async (messageId) => {
    const trap = await openTrap();
    expect((await openMailer(trap.url).send({ ...mail, messageId })).kind).toBe("refused");
  },
);

test("settings that are no address or origin are refused at the start", () => {
  expect(() => openMailer("smtp://127.0.0.1:1", { from: "Evenshare" })).toThrow(
    "from is not an e-mail address",
  );
  expect(() => openMailer("smtp://127.0.0.1:1", { replyTo: "a@b\r\nBcc: c@d" })).toThrow("replyTo is not");
  expect(() => openMailer("smtp://127.0.0.1:1", { brandOrigin: "brand" })).toThrow(TypeError);
});

test("many mails at once share the pool and each arrives once", async () => {
  const trap = await openTrap();
  const mailer = openMailer(trap.url);
  const ids = Array.from({ length: 40 }, (_unused, index) => `<${index}@evenshare.test>`);
  const outcomes = await Promise.all(ids.map((messageId) => mailer.send({ ...mail, messageId })));
  expect(outcomes.every(({ kind }) => kind === "accepted")).toBe(true);
  expect(trap.mails.map(({ parsed }) => parsed.messageId).sort()).toEqual([...ids].sort());
});
