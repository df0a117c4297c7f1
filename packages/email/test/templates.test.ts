import {
  groupOfTemplate,
  isWorkGroup,
  type MessageData,
  messageTemplates,
  moneyRoles,
  type OrganizationKind,
} from "@evenshare/domain";
import { describe, expect, test } from "vitest";
import type { MailSample } from "../preview/mail-sample";
import { mailSamples } from "../preview/samples";
import { renderMail } from "../src/render/render-mail";
import { MailDataError } from "../src/templates/mail-data-error";
import { mailTemplates } from "../src/templates/registry";
import { expectations } from "./expectations";
import { type ParsedPage, parsePage } from "./support/page";
import { origins, otherSide, recipientOf } from "./support/people";
import { dataOf, unwrapped } from "./support/sample-facts";

const holes = /undefined|null|NaN|\[object|\{\{|Invalid Date/;

interface Case extends MailSample {
  readonly side: OrganizationKind;
}
const cases: readonly Case[] = mailSamples.flatMap((sample) =>
  mailTemplates[sample.template].sides.map((side) => ({ ...sample, side })),
);
const firstOfEach: readonly Case[] = messageTemplates.flatMap((template) =>
  cases.filter((sample) => sample.template === template).slice(0, mailTemplates[template].sides.length),
);

function renderCase({ template, data, side }: Case) {
  return renderMail({ template, data, recipient: recipientOf(side) }, origins);
}

test("every template of the domain has a sample, for every side it is written for", () => {
  const written = messageTemplates.flatMap((template) =>
    mailTemplates[template].sides.map((side) => `${template} ${side}`),
  );
  expect(new Set(firstOfEach.map(({ template, side }) => `${template} ${side}`))).toEqual(new Set(written));
  for (const template of messageTemplates) expect(mailTemplates[template].sides.length).toBeGreaterThan(0);
});

describe.each(cases)("$template $variant, to the $side", (mail) => {
  test("stands whole in text and in HTML, and leads into the recipient's own portal only", async () => {
    const { subject, text, html } = await renderCase(mail);
    const page = await parsePage(html);
    for (const words of [subject, text, page.text]) {
      expect(words).not.toMatch(holes);
      expect(words).not.toMatch(/escrow/i);
    }
    expect(subject.length).toBeLessThan(120);
    // Subjects show on locked screens.
    expect(subject).not.toMatch(/[£€¥$]|KWD/);
    expect(page.links.length).toBe(2);
    for (const link of page.links) expect(new URL(link).origin).toBe(origins[mail.side]);
    expect(text).toContain(`\n${page.links[0]}\n`);
    expect(text + html).not.toContain(origins[otherSide(mail.side)]);
    if (mail.data.partnershipId !== undefined) expect(factNames(page)).toContain("Partnership");
  });

  test("needs nothing from elsewhere, and is a page a screen reader can read", async () => {
    const { html } = await renderCase(mail);
    const page = await parsePage(html);
    expect(html).not.toMatch(/\bsrc=|url\(|@import|@font-face|<link|<img|<script|<svg/i);
    expect(page.language).toBe("en");
    expect(page.elements.filter((element) => element === "h1").length).toBe(1);
    expect(page.elements.filter((element) => element === "h2").length).toBe(1);
    expect([...html.matchAll(/<table(?![^>]*role="presentation")/g)].length).toBe(1);
  });

  test("text lines fit a terminal", async () => {
    const { text } = await renderCase(mail);
    for (const line of text.split("\n")) {
      if (!line.startsWith("https://")) expect(line.length, line).toBeLessThanOrEqual(72);
    }
  });
});

describe.each(firstOfEach)("F123: $template to the $side", (mail) => {
  const { says, path } = expectationOf(mail);
  const between =
    mail.data.partnershipId === undefined ? [] : ["Harvest film series", "Gasthaus Group × Studio Ada"];

  test("says its facts in text and in HTML, and leads to the right page", async () => {
    const { text, html } = await renderCase(mail);
    const page = await parsePage(html);
    const plain = unwrapped(text);
    for (const words of [...says, ...between, "What happens next"]) {
      expect(plain, "text").toContain(words);
      expect(unwrapped(page.text), "HTML").toContain(words);
    }
    expect(page.links[0]).toBe(origins[mail.side] + path);
  });

  test("says why it was sent: money mails that they always are", async () => {
    const { text, html } = await renderCase(mail);
    for (const words of [unwrapped(text), unwrapped((await parsePage(html)).text)]) {
      const isAccess = mailTemplates[mail.template].kind === "access";
      expect(words).toContain(
        isAccess ? "You get this mail because " : "You get this mail because you hold the role ",
      );
      const always = words.includes("money mails are always sent and cannot be switched off");
      expect(always).toBe(mailTemplates[mail.template].kind === "money");
    }
  });
});

describe.each(firstOfEach)(
  "C39 F123: the choices link of $template to the $side",
  ({ template, data, side }) => {
    const isWork = mailTemplates[template].kind === "work";
    const render = () =>
      renderMail({ template, data, recipient: recipientOf(side), choicesToken: "a.b.c+d" }, origins);

    test(
      isWork
        ? "stands in the footer and leads to the recipient's own portal"
        : "is never there, even with a token",
      async () => {
        const { text, html, unsubscribeUrl } = await render();
        const page = await parsePage(html);
        const link = `${origins[side]}/mail-choices?token=a.b.c%2Bd`;
        expect(text.includes(`\n${link}\n`)).toBe(isWork);
        expect(page.links.includes(link)).toBe(isWork);
        expect(unsubscribeUrl).toBe(isWork ? `${origins[side]}/api/unsubscribe?token=a.b.c%2Bd` : undefined);
        for (const line of text.split("\n")) {
          if (!line.startsWith("https://")) expect(line.length, line).toBeLessThanOrEqual(72);
        }
      },
    );

    test("agrees with the group of the event", () => {
      const group = groupOfTemplate[template];
      const alike = group === "access" || group === "organization" ? group : "money";
      expect(isWorkGroup(group) ? "work" : alike).toBe(mailTemplates[template].kind);
    });
  },
);

describe.each(cases)("F123: $template $variant to the $side, with a fact left out", (mail) => {
  test("reads whole without it, or is an error that names template and fact", async () => {
    const facts = Object.entries(mail.data);
    for (const [field] of facts) {
      // `Object.fromEntries` forgets which keys there were, and a fact left out is what is tried here.
      const data: MessageData = {
        partnershipId: "",
        ...Object.fromEntries(facts.filter(([key]) => key !== field)),
      };
      const outcome = await renderCase({ ...mail, data }).catch((error: unknown) => error);
      if (outcome instanceof MailDataError) {
        expect(outcome.template).toBe(mail.template);
        expect(outcome.problems.map((problem) => problem.field)).toEqual([field]);
        expect(outcome.message).toMatch(
          new RegExp(`^The mail ${mail.template} cannot be written: ${field} is `),
        );
      } else {
        expect(outcome).toMatchObject({ text: expect.not.stringMatching(holes) });
        expect(outcome).toMatchObject({
          html: expect.not.stringMatching(/>[^<]*(?:undefined|NaN|\[object)/),
        });
      }
    }
  });
});

test("F123: facts without which a money mail would mislead are never optional", async () => {
  const indispensable = {
    "milestone.funded": ["amount", "held", "total", "toFund", "currency"],
    "review.reminder": ["dueAt", "timeZone", "held", "daysLeft"],
    "milestone.released": ["amount", "held", "trigger"],
    "release.blocked": ["amount", "reason"],
    "payout.sent": ["amount", "currency", "expectedOn"],
    "payout.failed": ["amount", "currency", "reason", "fix"],
    "funding.failed": ["amount", "held", "reason"],
  } as const;
  for (const mail of cases) {
    const fields = Object.entries(indispensable).find(([template]) => template === mail.template)?.[1] ?? [];
    for (const field of fields) {
      await expect(renderCase({ ...mail, data: { ...mail.data, [field]: undefined } })).rejects.toThrow(
        `The mail ${mail.template} cannot be written: ${field} is missing`,
      );
    }
  }
});

test("malformed facts are named, all of them at once", async () => {
  const data = {
    ...dataOf("review.reminder"),
    held: "25.00",
    currency: "XXX",
    dueAt: "next Sunday",
    timeZone: "Europe/Nowhere",
    milestoneTitle: " \n ",
  };
  await expect(
    renderMail({ template: "review.reminder", data, recipient: recipientOf("brand") }, origins),
  ).rejects.toThrow(
    "The mail review.reminder cannot be written: milestoneTitle is empty; dueAt is not an instant in ISO form; timeZone is not a time zone; currency is not a currency that is offered; held is not an amount in minor units",
  );
});

test("a note that was left empty is no note", async () => {
  const data = { ...dataOf("milestone.submitted"), note: " \n" };
  const { text } = await renderMail(
    { template: "milestone.submitted", data, recipient: recipientOf("brand") },
    origins,
  );
  expect(text).not.toContain("Note by");
});

test("a mail about held funds says who holds them", async () => {
  for (const mail of cases) {
    const text = unwrapped((await renderCase(mail)).text);
    const speaksOfHeldMoney = /\bheld\b/i.test(text.replace(/Who holds the money: .*/, ""));
    if (!speaksOfHeldMoney || /Nothing of this milestone is held/.test(text)) continue;
    // "You held the role approver" is about no money.
    if (mail.template === "agreement.accepted" || mail.template === "member.removed") continue;
    expect(text, `${mail.template} ${mail.side}`).toContain(
      "it is held at Stripe, the payment provider, in the platform's account until it is released.",
    );
  }
});

test("the role is named when it is known, and all that get such mails when it is not", async () => {
  const mail = { template: "payout.paid", data: dataOf("payout.paid") } as const;
  const named = await renderMail(
    { ...mail, recipient: { ...recipientOf("producer"), role: "finance" } },
    origins,
  );
  expect(unwrapped(named.text)).toContain("because you hold the role finance at Studio Ada;");
  const unnamed = await renderMail({ ...mail, recipient: recipientOf("producer") }, origins);
  expect(moneyRoles).toEqual(["owner", "finance", "approver"]);
  expect(unwrapped(unnamed.text)).toContain(
    "because you hold the role owner, finance or approver at Studio Ada;",
  );
});

test("a part that is not held is said to be unprotected, and the bar's parts are written out", async () => {
  const part = mailSamples.find(({ variant }) => variant === "in part");
  const { text, html } = await renderMail(
    {
      template: "milestone.funded",
      data: part?.data ?? { partnershipId: "" },
      recipient: recipientOf("producer"),
    },
    origins,
  );
  expect(unwrapped(text)).toContain("£300.00 of £500.00 is held; work above it is unprotected.");
  expect((await parsePage(html)).text).toMatch(/Held £300\.00.*To fund £200\.00/s);
});

test("the same facts give the same mail, byte for byte", async () => {
  for (const mail of firstOfEach) expect(await renderCase(mail)).toEqual(await renderCase(mail));
});

function expectationOf({ template, side }: Case) {
  const expected = expectations[template][side];
  if (expected === undefined) throw new Error(`nothing is expected of ${template} to the ${side}`);
  return expected;
}

function factNames(page: ParsedPage): readonly string[] {
  return [...page.facts.keys()];
}
