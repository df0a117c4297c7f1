import { generateKeyPairSync } from "node:crypto";
import type { MailSender, SendingDomain } from "@evenshare/application";
import { contrastOf } from "@evenshare/domain";
import { verifyDkim } from "@evenshare/testing";
import { Window } from "happy-dom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMailer, type SmtpMailer } from "../src/index";
import { brandedPalettes } from "../src/layout/branded-palettes";
import { palettes } from "../src/layout/palette";
import { hostileNames } from "./support/hostile-names";
import { type MailTrap, openMailTrap, type TrappedMail } from "./support/mail-trap";
import { origins, recipientOf } from "./support/people";
import { dataOf, unwrapped } from "./support/sample-facts";

const platform = generateKeyPairSync("rsa", { modulusLength: 2048 });
const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = ({ privateKey }: typeof own) => privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const sender: MailSender = {
  name: "Gasthaus Group",
  accent: "#7a1f5c",
  logo: { contentType: "image/png", sha256: "ab".repeat(32), bytes: png },
};
const from: SendingDomain = {
  name: sender.name,
  address: "partners@gasthaus.test",
  domain: "gasthaus.test",
  selector: "evenshare-1f2e3d4c",
  privateKey: pem(own),
};

let trap: MailTrap;
let mailer: SmtpMailer;
beforeAll(async () => {
  trap = await openMailTrap();
  mailer = createMailer({
    smtpUrl: trap.url,
    from: "Evenshare <mail@evenshare.test>",
    brandOrigin: origins.brand,
    producerOrigin: origins.producer,
    dkim: { domain: "evenshare.test", selector: "mail1", privateKey: pem(platform) },
  });
});
afterAll(async () => {
  mailer.close();
  await trap.close();
});

interface Sending {
  readonly sender?: MailSender;
  readonly from?: SendingDomain;
}

let count = 0;
/** Sends one mail and gives it back as it arrived. */
async function send(
  sending: Sending,
  messageId = `<sender-${count++}@evenshare.test>`,
): Promise<TrappedMail> {
  const recipient = recipientOf("producer");
  const rendered = await mailer.render({
    template: "milestone.proposed",
    data: dataOf("milestone.proposed"),
    recipient,
    sender: sending.sender,
  });
  const outcome = await mailer.send({ ...rendered, messageId, to: recipient, from: sending.from });
  expect(outcome.kind).toBe("accepted");
  const received = trap.mails.at(-1);
  if (received === undefined) throw new Error("the mail did not arrive");
  return received;
}

test("F10: a verified domain's mail comes from it, is signed with its key, and replies go where they always go", async () => {
  const { raw, parsed } = await send({ sender, from });
  expect(parsed.from).toMatchObject({ name: "Gasthaus Group", address: "partners@gasthaus.test" });
  expect(parsed.replyTo).toMatchObject([{ address: "mail@evenshare.test" }]);
  // The place where bounces go stays the platform's, and so does the Message-ID.
  expect(parsed.messageId).toMatch(/@evenshare\.test>$/);
  const tags = verifyDkim(raw, own.publicKey);
  expect([tags?.get("d"), tags?.get("s")]).toEqual(["gasthaus.test", "evenshare-1f2e3d4c"]);
  expect(verifyDkim(raw, platform.publicKey)).toBeNull();
  expect(
    verifyDkim(raw.replace("partners@gasthaus.test", "partners@gasthaus.tess"), own.publicKey),
  ).toBeNull();
  expect(raw).not.toContain("PRIVATE KEY");
});

test("F10: without a verified domain it comes from the platform, signed with the platform's key", async () => {
  for (const sending of [{}, { sender }]) {
    const { raw, parsed } = await send(sending);
    expect(parsed.from).toMatchObject({ name: "Evenshare", address: "mail@evenshare.test" });
    expect(parsed.replyTo).toBeUndefined();
    expect(verifyDkim(raw, platform.publicKey)?.get("d")).toBe("evenshare.test");
  }
});

test("F10: an id without a host is the same before and after the domain is lost", async () => {
  const [before, after] = [
    await send({ sender, from }, "0190c3a0-7000"),
    await send({ sender }, "0190c3a0-7000"),
  ];
  expect(before.parsed.messageId).toBe("<0190c3a0-7000@evenshare.test>");
  expect(after.parsed.messageId).toBe(before.parsed.messageId);
});

test("F10: the logo travels in the mail, with the name in its place where pictures are off", async () => {
  const { raw, parsed } = await send({ sender });
  expect(parsed.attachments).toHaveLength(1);
  const [logo] = parsed.attachments;
  expect(logo).toMatchObject({
    mimeType: "image/png",
    disposition: "inline",
    filename: "logo.png",
    related: true,
  });
  expect(new Uint8Array(logo?.content instanceof ArrayBuffer ? logo.content : [])).toEqual(png);
  const image = await imageOf(parsed.html ?? "");
  expect(image.alt).toBe("Gasthaus Group");
  expect(`<${image.src.slice("cid:".length)}>`).toBe(logo?.contentId);
  // Nothing in the mail has to be fetched, and nothing says whose row the picture is.
  expect(parsed.html).not.toMatch(/\bsrc="(?!cid:)|url\(|\/api\/organizations/);
  expect(raw).toMatch(/^Content-Type: multipart\/related/m);
  const words = unwrapped(parsed.text ?? "");
  expect(words).toContain("Gasthaus Group via Evenshare");
  expect(words).toContain("Gasthaus Group writes to you through Evenshare.");
});

test("F10: without a logo the name stands there, and the platform's own mails show neither", async () => {
  const named = await send({ sender: { ...sender, logo: null } });
  expect(named.parsed.attachments).toEqual([]);
  expect(named.parsed.html).toContain(">Gasthaus Group</span>");
  const plain = await send({});
  expect(plain.parsed.html).toContain(">Evenshare</span>");
  expect(plain.parsed.html).not.toMatch(/<img|via Evenshare/);
});

test("F10: hostile names of a sender inject no header, recipient or element, and stay one line", async () => {
  const benign = await send({ sender, from });
  const headersOf = (mail: TrappedMail) => mail.parsed.headers.map(({ key }) => key);
  const elements = (await imageOf(benign.parsed.html ?? "")).others;
  for (const name of hostileNames(100)) {
    const mail = await send({ sender: { ...sender, name }, from: { ...from, name } });
    expect(headersOf(mail), name).toEqual(headersOf(benign));
    expect(mail.recipients).toEqual([recipientOf("producer").email]);
    expect(mail.parsed.from?.address).toBe("partners@gasthaus.test");
    expect(mail.parsed.from?.name).not.toMatch(
      /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2067\ufeff]/u,
    );
    expect(mail.parsed.from?.name?.length).toBeLessThanOrEqual(900);
    expect((await imageOf(mail.parsed.html ?? "")).others).toEqual(elements);
    expect(verifyDkim(mail.raw, own.publicKey)?.get("d"), name).toBe("gasthaus.test");
  }
});

test.each(['Gasthaus" <all@evil.test>, "x', "a\r\nBcc: all@evil.test\r\n\r\nbody", "=?utf-8?B?QQ==?="])(
  "F10: %j stands in From as it is read, never as an address or a header",
  async (name) => {
    const { raw, parsed } = await send({ sender: { ...sender, name }, from: { ...from, name } });
    expect(parsed.from?.address).toBe("partners@gasthaus.test");
    expect(parsed.bcc).toBeUndefined();
    expect(raw.match(/^From:/gm)).toHaveLength(1);
  },
);

test("F10: every accent can be read on light and dark grounds and has text that can be read on it", () => {
  const colours = Array.from({ length: 512 }, (_unused, index) => {
    const channel = (shift: number) => (((index >> shift) & 7) * 36).toString(16).padStart(2, "0");
    return `#${channel(6)}${channel(3)}${channel(0)}`;
  });
  for (const accent of [...colours, "#ffffff", "#000000", "#767676"]) {
    for (const palette of Object.values(brandedPalettes("brand", accent))) {
      for (const ground of [palette.surface, palette.paper]) {
        expect(contrastOf(palette.accent, ground), accent).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrastOf(palette.onAccent, palette.accent), accent).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(brandedPalettes("brand", "#1f3a8a").light.accent).toBe("#1f3a8a");
  for (const none of [null, "red", "#12345", 'url("x")']) {
    expect(brandedPalettes("producer", none)).toEqual(palettes.producer);
  }
});

test("F10: the accent is the button's ground in light and dark readers alike", async () => {
  const html = (await send({ sender })).parsed.html ?? "";
  const { light, dark } = brandedPalettes("producer", sender.accent);
  expect(html).toContain(`background-color:${light.accent}`);
  expect(html).toContain(
    `.button{background-color:${dark.accent}!important;color:${dark.onAccent}!important}`,
  );
});

/** The one picture of a page, and of which elements the page is made. */
async function imageOf(html: string) {
  const window = new Window();
  try {
    const page = new window.DOMParser().parseFromString(html, "text/html");
    const [image] = page.querySelectorAll("img");
    return {
      src: image?.getAttribute("src") ?? "",
      alt: image?.getAttribute("alt") ?? "",
      others: [...page.querySelectorAll("*")].map(({ tagName }) => tagName),
    };
  } finally {
    await window.happyDOM.close();
  }
}
