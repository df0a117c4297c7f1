import { plainPayee, type RevenueEvent, type StatementTerms } from "@evenshare/domain";
import fc from "fast-check";
import { extractText } from "unpdf";
import { termsOf } from "./statement-scenes";

/** What a reader finds on each page who searches or copies. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, " ").trim());
}

export async function textOf(pdf: Uint8Array): Promise<string> {
  return (await pagesOf(pdf)).join(" ");
}

/** A word that is broken over lines, in one piece again. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s/g, "");
}

/** The figures that stand on paper, as decimal text without grouping, read by the labels beside them. */
export function figuresIn(text: string, currency: string) {
  const plain = (figure: string | undefined) => figure?.replaceAll(",", "");
  const figure = "(-?[\\d,]+(?:\\.\\d+)?)";
  const summary =
    new RegExp(`Payable, ${currency} ${[figure, figure, figure, figure, figure].join(" ")}`).exec(text) ?? [];
  const rowsBetween = (from: string, to: string) => {
    const part = text.slice(text.indexOf(from) + from.length, text.indexOf(to));
    return (labels: readonly string[]) => {
      let at = 0;
      return labels.map((label) => {
        const found = new RegExp(`${figure}(?= |$)`, "g");
        const start = part.indexOf(label, at);
        const next = labels[labels.indexOf(label) + 1];
        at = next === undefined ? part.length : part.indexOf(next, start + label.length);
        const row = part.slice(start + label.length, at);
        return plain([...row.matchAll(found)].at(next === undefined ? 0 : -1)?.[0]);
      });
    };
  };
  const [, net, share] = new RegExp(`All lines: net and share ${figure} ${figure}`).exec(text) ?? [];
  return {
    summary: summary.slice(1).map(plain),
    steps: rowsBetween("From receipts to payment", "What changed since last period")(stepLabels),
    proof: rowsBetween("Balance proof", "Three balances")(proofLabels),
    lines: [plain(net), plain(share)],
  };
}

const stepLabels = [
  "1 Gross receipts",
  "2 Returns, refunds and chargebacks",
  "3 Deductions the agreement allows",
  "4 Net revenue",
  "5 Your share",
  "6 Top-up to the floor",
  "7 Reserve taken",
  "7 Reserve released",
  "8 Recouped from the advance",
  "9 Adjustments",
  "9 Due before offset, fee and tax",
  "10 Offset of an earlier negative balance",
  "11 Platform fee",
  "12 Withholding tax",
  "13 Net due",
  "13 Payable",
  "13 Carried over what is not payable now",
];

const proofLabels = [
  "Opening balance",
  "Earned: your share",
  "Top-up to the floor",
  "Reserve taken",
  "Reserve released",
  "Recouped from the advance",
  "Adjustments",
  "Platform fee",
  "Withholding tax",
  "Paid with this statement",
  "Closing balance: all rows added",
];

const amount = (max: number) => fc.bigInt({ min: 0n, max: BigInt(max) });
const rate = fc.bigInt({ min: 0n, max: 10_000n });

const event = fc.record({
  month: fc.constantFrom("2010-12", "2011-01"),
  day: fc.integer({ min: 1, max: 28 }),
  back: fc.boolean(),
  gross: fc.oneof(amount(90_000), amount(9_000_000_000)),
  tax: amount(5_000),
  original: fc.nat({ max: 11 }),
});

/** Statements of any terms and currency: with sales, returns, both or neither. */
export const anyStatement = fc
  .record({
    method: fc.constantFrom("marginal" as const, "retroactive" as const),
    step: amount(400_000),
    rates: fc.tuple(rate, rate),
    payee: fc.record({
      floor: fc.option(amount(100_000)),
      reserve: fc.option(fc.record({ rateBp: rate, releaseBp: fc.constant([6_000n, 4_000n]) })),
      advance: fc.option(fc.record({ amount: amount(300_000), recoupRateBp: rate })),
      minimumPayout: amount(20_000),
      platformFeeBp: amount(1_000),
      withholdingBp: amount(3_000),
      opening: fc.record({
        payable: fc.bigInt({ min: -40_000n, max: 40_000n }),
        reserveReleases: fc.array(amount(4_000), { maxLength: 2 }),
      }),
    }),
    drawn: fc.array(event, { maxLength: 12 }),
    currency: fc.constantFrom(
      { code: "GBP", digits: 2 },
      { code: "JPY", digits: 0 },
      { code: "KWD", digits: 3 },
    ),
    period: fc.constantFrom("2010-12", "2011-01"),
  })
  .map(({ method, step, rates: [low, high], payee, drawn, currency, period }) => ({
    terms: terms(method, step, [low, high], { ...plainPayee, ...payee }),
    events: drawn.map(revenueOf),
    currency,
    period,
  }));

function terms(
  method: "marginal" | "retroactive",
  step: bigint,
  [low, high]: readonly [bigint, bigint],
  payee: Parameters<typeof termsOf>[1],
): StatementTerms {
  const tiers = [
    { upTo: step + 1n, ratesBp: [low, 0n, 10_000n - low] },
    { upTo: null, ratesBp: [high, 0n, 10_000n - high] },
  ];
  return termsOf({ share: { basis: "cumulative", method, tiers } }, payee);
}

function revenueOf(
  { month, day, back, gross, tax, original }: typeof event extends fc.Arbitrary<infer T> ? T : never,
  index: number,
): RevenueEvent {
  const date = `${month}-${String(day).padStart(2, "0")}`;
  return {
    id: `e${index}`,
    at: { seconds: Date.parse(`${date}T12:00:00Z`) / 1000, decimals: "" },
    day: date,
    type: back ? "return" : "sale",
    item: "22326",
    gross,
    tax,
    fees: 0n,
    shipping: 0n,
    originalId: back ? `e${original}` : null,
  };
}
