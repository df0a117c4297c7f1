import type { ReceiptFacts } from "@evenshare/application";
import fc from "fast-check";
import { extractText } from "unpdf";
import { describe, expect, it } from "vitest";
import { createReceiptRenderer } from "../src";

const facts: ReceiptFacts = {
  number: 7n,
  issuedAt: new Date("2026-11-25T23:30:00Z"),
  timeZone: "Europe/Berlin",
  brandName: "Gasthaus Group",
  producerName: "Wiesen Farm",
  partnershipTitle: "Harvest box",
  milestoneTitle: "March box",
  purpose: "milestone",
  currency: "GBP",
  amount: 123_456_700n,
  fee: 3_086_418n,
  paidWith: { label: "Visa", last4: "4242" },
  reference: "pi_123",
  fundingId: "00000000-0000-4000-8000-0000000000f1",
};
const render = createReceiptRenderer();

/** What a reader finds who searches or copies: every text of the document in its order. */
async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  return text.replace(/\s+/g, " ");
}

describe("a receipt", () => {
  it("C36: says who paid whom for what, how much, how, when, and who holds it", async () => {
    const text = await textOf(render(facts));
    for (const part of [
      "Receipt 7",
      "26 November 2026, 00:30 (Europe/Berlin)",
      "Paid by Gasthaus Group",
      "For the work of Wiesen Farm",
      "Partnership Harvest box",
      "Milestone March box",
      "Visa ending in 4242",
      "pi_123",
      "For the milestone 1,234,567.00",
      "Platform fee, beside it 30,864.18",
      "Charged 1,265,431.18",
      "Stripe, the payment provider, holds the amount",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/escrow|□/i);
  });

  it.each([
    ["JPY", 100_001n, 2_500n, "100,001", "102,501"],
    ["KWD", 123_450n, 3_090n, "123.450", "126.540"],
  ] as const)("C36: has the digits of %s", async (currency, amount, fee, written, charged) => {
    const text = await textOf(render({ ...facts, currency, amount, fee }));
    expect(text).toContain(`For the milestone ${written} `);
    expect(text).toContain(`Charged ${charged} `);
  });

  it("C36: of a repayment says that none of it is held", async () => {
    const text = await textOf(render({ ...facts, purpose: "repayment", fee: 0n, paidWith: null }));
    expect(text).toContain("None of it is held.");
    expect(text).not.toContain("holds the amount");
  });

  it("C36: shows hostile names as they are, and what cannot be printed as a box that is explained", async () => {
    const hostile = [
      '#panic("x") #sys.inputs',
      "*bold* _it_ $x^2$ `code` // note /* c */",
      "= Heading [link](x) <label> @ref \\ \\u{41}",
      '"}; <script>alert(1)</script> $(1)',
    ];
    for (const name of hostile) {
      const text = await textOf(render({ ...facts, brandName: name, milestoneTitle: name }));
      expect(text).toContain(`Paid by ${name} For`);
      expect(text).toContain(`Milestone ${name} Paid`);
    }
    const text = await textOf(
      render({ ...facts, brandName: "Łódź Жито 中文\u202e", producerName: "a\u0000b\nc" }),
    );
    expect(text).toContain("Paid by Łódź Жито □□□");
    expect(text).toContain("work of a□b c");
    expect(text).toContain("□ stands for a character that cannot be printed here.");
  });

  it("C36: is drawn whatever is in a name", () => {
    const name = fc.string({ unit: "binary", maxLength: 120 });
    fc.assert(
      fc.property(name, name, (brandName, milestoneTitle) => {
        expect(render({ ...facts, brandName, milestoneTitle }).length).toBeGreaterThan(1_000);
      }),
      { numRuns: 40 },
    );
  });

  it("C36: has the same bytes whenever it is drawn, and others for other facts; it is tagged", () => {
    const first = Buffer.from(render(facts));
    render({ ...facts, brandName: "In between" });
    expect(Buffer.from(createReceiptRenderer()(facts)).equals(first)).toBe(true);
    expect(Buffer.from(render({ ...facts, number: 8n })).equals(first)).toBe(false);
    expect(first.toString("latin1")).toMatch(/\/Marked true/);
  });
});
