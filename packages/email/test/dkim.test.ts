import { generateKeyPairSync } from "node:crypto";
import { verifyDkim } from "@evenshare/testing";
import { expect, test } from "vitest";
import { mailSamples } from "../preview/samples";
import { createMailer } from "../src/index";
import { mailTemplates } from "../src/templates/registry";
import { openMailTrap } from "./support/mail-trap";
import { origins, recipientOf } from "./support/people";

test("with a key every mail carries a DKIM signature over its headers and body that verifies", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const trap = await openMailTrap();
  const mailer = createMailer({
    smtpUrl: trap.url,
    from: "Evenshare <mail@evenshare.test>",
    replyTo: "help@evenshare.test",
    brandOrigin: origins.brand,
    producerOrigin: origins.producer,
    dkim: {
      domain: "evenshare.test",
      selector: "mail1",
      privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    },
  });
  try {
    for (const [index, { template, data }] of mailSamples.entries()) {
      const [side = "producer"] = mailTemplates[template].sides;
      const recipient = recipientOf(side);
      const rendered = await mailer.render({ template, data, recipient, choicesToken: "a.b.c" });
      await mailer.send({ ...rendered, messageId: `<${index}@evenshare.test>`, to: recipient });
    }
  } finally {
    mailer.close();
    await trap.close();
  }
  expect(trap.mails.length).toBe(mailSamples.length);
  expect(trap.mails.some(({ raw }) => raw.includes("\r\nList-Unsubscribe:"))).toBe(true);
  for (const { raw } of trap.mails) {
    const tags = verifyDkim(raw, publicKey);
    expect(tags?.get("d")).toBe("evenshare.test");
    expect(tags?.get("s")).toBe("mail1");
    const covered = (tags?.get("h") ?? "").toLowerCase().split(":");
    expect(covered).toEqual(
      expect.arrayContaining(["from", "to", "subject", "date", "message-id", "reply-to"]),
    );

    // RFC 8058: one click counts only when both of its headers are signed.
    if (/^List-Unsubscribe:/m.test(raw)) {
      expect(covered).toEqual(expect.arrayContaining(["list-unsubscribe", "list-unsubscribe-post"]));
    }

    expect(verifyDkim(raw.replace("\r\nSubject: ", "\r\nSubject: x"), publicKey)).toBeNull();
    expect(verifyDkim(raw.replace(/(\r\n\r\n[\s\S]*)Evenshare/, "$1Evenshaer"), publicKey)).toBeNull();
    const other = generateKeyPairSync("rsa", { modulusLength: 1024 });
    expect(verifyDkim(raw, other.publicKey)).toBeNull();
  }
});
