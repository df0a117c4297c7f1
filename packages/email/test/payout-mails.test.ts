import { organizationKinds } from "@evenshare/domain";
import { expect, test } from "vitest";
import { renderMail } from "../src/render/render-mail";
import { origins, recipientOf } from "./support/people";
import { dataOf } from "./support/sample-facts";

const holes = /undefined|null|NaN|\[object|\{\{|Invalid Date/;

test("C38 F123: a payout is told when sent, when paid and when failed, with reason and fix and without bank data in subjects", async () => {
  for (const template of ["payout.sent", "payout.paid", "payout.failed"] as const) {
    const mail = await renderMail(
      { template, data: dataOf(template), recipient: recipientOf("producer") },
      origins,
    );
    expect(mail.subject).not.toMatch(/Barclays|6789|7731/);
    expect(mail.text).toContain("£2,437.50");
    expect(mail.text.includes("  | The bank account is closed.")).toBe(template === "payout.failed");
    expect(mail.text.includes("  | Enter another bank account in your name.")).toBe(
      template === "payout.failed",
    );
  }
});

test("C38: a payout is told even when only the milestone and the brand are known", async () => {
  const { partnershipTitle, producerName, ...data } = dataOf("payout.failed");
  expect([partnershipTitle, producerName]).toEqual(["Harvest film series", "Studio Ada"]);
  for (const side of organizationKinds) {
    const { text, subject } = await renderMail(
      { template: "payout.failed", data, recipient: recipientOf(side) },
      origins,
    );
    expect(subject).toContain("Episode 4, rough cut");
    expect(text).toMatch(/Brand +Gasthaus Group/);
    expect(text + subject).not.toMatch(holes);
  }
});

test("a brand never reads the producer's bank", async () => {
  for (const template of ["payout.sent", "payout.paid", "payout.failed"] as const) {
    const { text, html } = await renderMail(
      { template, data: dataOf(template), recipient: recipientOf("brand") },
      origins,
    );
    expect(text + html).not.toMatch(/Barclays|6789|7731|bank account is closed/);
  }
});
