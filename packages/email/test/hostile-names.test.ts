import type { MessageData } from "@evenshare/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mailSamples } from "../preview/samples";
import { createMailer, type SmtpMailer } from "../src/index";
import { hostileNames } from "./support/hostile-names";
import { type MailTrap, openMailTrap, type TrappedMail } from "./support/mail-trap";
import { parsePage } from "./support/page";
import { origins } from "./support/people";

const names = hostileNames(300);
/** Acts on its surroundings, or cannot be seen: must never reach a reader. */
const acting = /(?![\n\r\t])\p{Cc}|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2067\ufeff]/u;

let trap: MailTrap;
let mailer: SmtpMailer;
beforeAll(async () => {
  trap = await openMailTrap();
  mailer = createMailer({
    smtpUrl: trap.url,
    from: "Evenshare <mail@evenshare.test>",
    replyTo: "Evenshare <help@evenshare.test>",
    brandOrigin: origins.brand,
    producerOrigin: origins.producer,
  });
});
afterAll(async () => {
  mailer.close();
  await trap.close();
});

async function sendNamed(name: string, id: string): Promise<TrappedMail> {
  const sample = mailSamples.find(({ template }) => template === "milestone.submitted");
  const data: MessageData = {
    ...(sample?.data ?? { partnershipId: "" }),
    partnershipTitle: name,
    milestoneTitle: name,
    brandName: name,
    producerName: name,
    note: name,
  };
  const recipient = { name, email: "maria@gasthaus.test", side: "brand" } as const;
  const rendered = await mailer.render({ template: "milestone.submitted", data, recipient });
  const messageId = `<${id}@evenshare.test>`;
  const outcome = await mailer.send({ ...rendered, messageId, to: recipient });
  expect(outcome.kind).toBe("accepted");
  const received = trap.mails.find((mail) => mail.parsed.messageId === messageId);
  if (received === undefined) throw new Error(`the mail ${id} did not arrive`);
  return received;
}

test("R18: 300 hostile names are shown literally, and inject no header, recipient, element or line", async () => {
  const benign = await sendNamed("Harvest film series", "benign");
  const benignPage = await parsePage(benign.parsed.html ?? "");
  const headersOf = (mail: TrappedMail) => mail.parsed.headers.map(({ key }) => key);
  expect(names.length).toBe(300);
  expect(names.filter((name) => name.length === 10_000).length).toBeGreaterThanOrEqual(25);

  for (const [index, name] of names.entries()) {
    const mail = await sendNamed(name, `hostile-${index}`);
    const { subject = "", text = "", html = "" } = mail.parsed;
    const page = await parsePage(html);

    expect(headersOf(mail), name).toEqual(headersOf(benign));
    expect(mail.recipients).toEqual(["maria@gasthaus.test"]);
    expect(mail.parsed.from?.address).toBe("mail@evenshare.test");
    expect(mail.parsed.to).toMatchObject([{ address: "maria@gasthaus.test" }]);
    expect(mail.parsed.attachments).toEqual([]);
    expect(subject.length).toBeLessThanOrEqual(320);

    for (const words of [subject, text, page.text]) expect(words).not.toMatch(acting);
    // A note has as many lines as its author wrote; without them the page is the benign one, element by element.
    expect(withoutLines(page.elements), name).toEqual(withoutLines(benignPage.elements));
    expect(page.links).toEqual(benignPage.links);
    expect(text.match(/^Review the work:$\n^(.*)$/gm)).toEqual([`Review the work:\n${benignPage.links[0]}`]);
    expect(text.split("\n").filter((line) => line === "-- ").length).toBe(1);

    const meaning = bare(name);
    expect(bare(page.facts.get("Milestone") ?? ""), name).toBe(meaning);
    expect(bare(text)).toContain(meaning);
    const [, titled = ""] = /^Toreview:(.*?)…?,version2$/.exec(bare(subject)) ?? [];
    expect(titled, subject).not.toBe("");
    // The cut may fall into an escape.
    expect(meaning.startsWith(titled.replace(/\[(?:U(?:\+[0-9A-F]*)?)?$/, "")), subject).toBe(true);
  }
});

test("R18: markup and template syntax stand in the mail character by character", async () => {
  const name = `<img src=x onerror="alert(1)"> {{7*7}} &amp; 'O"Neill' =?utf-8?B?QQ==?=`;
  const mail = await sendNamed(name, "markup");
  const page = await parsePage(mail.parsed.html ?? "");
  expect(page.facts.get("Milestone")).toBe(name);
  expect(mail.parsed.text?.replaceAll(/\s+/g, " ")).toContain(name);
  expect(mail.parsed.to?.[0]?.name?.replaceAll("\u200c", "")).toBe(name);
  expect(mail.parsed.subject?.replaceAll("\u200c", "")).toContain(name.slice(0, 40));
});

test("R18: a name of line breaks becomes one line in the subject", async () => {
  const { parsed } = await sendNamed("Ada\r\nBcc: all@evil.test\r\n\r\nbody", "crlf");
  expect(parsed.subject).toBe("To review: Ada ↵ Bcc: all@evil.test ↵ body, version 2");
  expect(parsed.bcc).toBeUndefined();
});

/** What a name says once nothing invisible is in it: spaces, line marks, isolates and escapes taken out of both. */
function bare(text: string): string {
  return text
    .replaceAll(/\[U\+[0-9A-F]{4,6}\]/g, "")
    .replaceAll("[U+0041]", "")
    .replaceAll(/\p{Surrogate}/gu, "\ufffd")
    .replaceAll(/[\s↵|]/gu, "")
    .replaceAll(/(?!\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}]/gu, "");
}

function withoutLines(elements: readonly string[]): readonly string[] {
  return elements.filter((element) => element !== "p");
}
