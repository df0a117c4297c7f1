import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, proveBalance, statementNumber, writePreview } from "../../src";
import { anyEvents, anyTerms, inputOf, months, plain, recordOf, sumOf } from "./record-scene";
import { returned, sale, termsOf, tier } from "./terms-builder";

const anyMonth = fc.constantFrom(...months);
const ladder = [tier(1_000_000n, 2_000n, 8_000n), tier(null, 2_500n, 7_500n)];
const marginal = { basis: "cumulative", method: "marginal", tiers: ladder } as const;

describe("the record of a statement", () => {
  it("F72 F86: shares and reserve of the lines add up to the cent, whatever the terms and events", () => {
    fc.assert(
      fc.property(anyTerms, anyEvents, anyMonth, (terms, events, period) => {
        const record = recordOf(terms, events, { period });
        const { lines, items, otherParties, summary } = record;
        expect(sumOf(lines.map(({ share }) => share))).toBe(BigInt(summary.share.minor));
        expect(sumOf(lines.map(({ net }) => net))).toBe(BigInt(summary.netRevenue.minor));
        expect(sumOf(lines.map(({ reserve }) => reserve))).toBe(BigInt(summary.heldBack.minor));
        expect(sumOf(items.map(({ share }) => share))).toBe(BigInt(summary.share.minor));
        expect(sumOf([summary.share, ...otherParties.map(({ share }) => share)])).toBe(
          BigInt(summary.netRevenue.minor),
        );
        // A share on a line is never a unit or more away from its exact value.
        for (const { share, trace } of lines) {
          const [numerator = 0n, denominator = 1n] = trace.exactShare.split("/").map(BigInt);
          const off = BigInt(share.minor) * denominator - numerator;
          expect(off < denominator && -off < denominator).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("F75 F79: the balance closes and opens the next; held reserve is what its ageing adds up to", () => {
    fc.assert(
      fc.property(anyTerms, anyEvents, (terms, events) => {
        const records = months.map((period) => recordOf(terms, events, { period }));
        records.forEach((record, index) => {
          const rows = record.proof.map(({ amount }) => amount);
          expect(sumOf(rows.slice(0, -1))).toBe(BigInt(rows.at(-1)?.minor ?? "no row"));
          expect(sumOf((record.reserve?.ageing ?? []).map(({ held }) => held))).toBe(
            BigInt(record.balances.reserveHeld.closing.minor),
          );
          const before = records[index - 1];
          if (before === undefined) return;
          const due = sumOf((before.reserve?.ageing ?? []).map(({ dueNext }) => dueNext));
          expect(String(due)).toBe(
            record.steps.find(({ code }) => code === "reserve-released")?.amount.minor,
          );
          for (const name of ["payable", "unrecoupedAdvance", "reserveHeld"] as const)
            expect(record.balances[name].opening).toEqual(before.balances[name].closing);
        });
      }),
      { numRuns: 200 },
    );
  });

  it("F75: a balance that does not add up is refused", () => {
    const { results } = inputOf(termsOf(), [sale(10_000n)]);
    const statement = results[0]?.statements[0];
    if (statement === undefined) throw new Error("nothing was computed");
    const write = (minor: bigint) => ({ minor: String(minor), decimal: "" });
    expect(() => proveBalance({ ...statement, share: statement.share + 1n }, write)).toThrow(RangeError);
  });

  it("F87 R19: says in every figure what the dry run prints", () => {
    fc.assert(
      fc.property(anyTerms, anyEvents, anyMonth, (terms, events, period) => {
        const input = inputOf(terms, events, { period });
        const currency = { code: "GBP", digits: 2 };
        const preview = writePreview(input.results, (one) => one.period.name === period, currency);
        const row = preview.statements.find(({ party }) => party === "studio");
        const record = recordOf(terms, events, { period });
        const step = (wanted: string) => record.steps.find(({ code }) => code === wanted)?.amount.decimal;
        expect(row).toMatchObject({
          gross: step("gross"),
          returns: step("returns"),
          net: record.summary.netRevenue.decimal,
          share: record.summary.share.decimal,
          topUp: step("top-up"),
          reserveTaken: record.summary.heldBack.decimal,
          reserveReleased: step("reserve-released"),
          recouped: record.summary.recouped.decimal,
          adjustments: step("adjustments"),
          due: step("due"),
          netDue: step("net-due"),
          payable: record.summary.payable.decimal,
          carriedOver: step("carried-over"),
          openingPayable: record.balances.payable.opening.decimal,
          closingPayable: record.balances.payable.closing.decimal,
          unrecouped: record.balances.unrecoupedAdvance.closing.decimal,
          reserveHeld: record.balances.reserveHeld.closing.decimal,
          tier: { before: record.tierPosition.before.decimal, after: record.tierPosition.after.decimal },
          events: record.lines.length,
        });
      }),
      { numRuns: 200 },
    );
  });

  it("R19: the same inputs give the same bytes, in whatever order the events come; others give others", () => {
    fc.assert(
      fc.property(anyTerms, anyEvents, (terms, events) => {
        const json = canonicalJson(recordOf(terms, events, { period: "2011-01" }));
        expect(canonicalJson(recordOf(terms, [...events].reverse(), { period: "2011-01" }))).toBe(json);
        expect(canonicalJson(JSON.parse(json))).toBe(json);
        const chained = { number: "ACME-AGR-1-2010-1", sha256: "ab".repeat(32) };
        expect(canonicalJson(recordOf(terms, events, { period: "2011-01", previous: chained }))).not.toBe(
          json,
        );
      }),
      { numRuns: 50 },
    );
  });

  it("F86: whatever the other payee agreed, the record of this one stays the same", () => {
    fc.assert(
      fc.property(anyTerms, anyTerms, anyEvents, anyMonth, (terms, others, events, period) => {
        const label = others.payees.get("label") ?? plain;
        const studio = terms.payees.get("studio") ?? plain;
        const changed = {
          ...terms,
          payees: new Map([
            ["studio", studio],
            ["label", label],
          ]),
        };
        expect(recordOf(changed, events, { period })).toEqual(recordOf(terms, events, { period }));
      }),
      { numRuns: 100 },
    );
  });

  it("F86: of other parties there are totals, as far as the agreement lets them be seen, and no rates", () => {
    const terms = termsOf({ share: { ...marginal, tiers: [tier(null, 3_100n, 6_900n)] } });
    const see = (otherParties: "each" | "total" | "none") =>
      recordOf(terms, [sale(100_000n)], { otherParties }).otherParties;
    const rest = { minor: "69000", decimal: "690.00" };
    expect(see("each")).toEqual([{ name: "Retailer Ltd", share: rest }]);
    expect(see("total")).toEqual([{ name: "All other parties", share: rest }]);
    expect(see("none")).toEqual([]);
    expect(canonicalJson(recordOf(terms, [sale(100_000n)]))).not.toContain('"rateBp":6900');
  });
});

describe("what explains an amount", () => {
  it("F73 F78: a sale that crosses a step shows both tiers, and a return those of its original", () => {
    const early = sale(900_000n, { id: "a" });
    const crossing = sale(200_000n, { id: "b" });
    const back = returned(100_000n, { id: "c", originalId: "b" });
    const { lines, tierPosition } = recordOf(termsOf({ share: marginal }), [early, crossing, back]);
    expect(lines.map(({ share }) => share.decimal)).toEqual(["1800.00", "450.00", "-225.00"]);
    expect(lines[1]?.trace).toMatchObject({
      rule: "tiers",
      before: { decimal: "9000.00" },
      after: { decimal: "11000.00" },
      tiers: [
        { tier: 1, rateBp: 2_000, base: { decimal: "1000.00" } },
        { tier: 2, rateBp: 2_500, base: { decimal: "1000.00" } },
      ],
      exactShare: "45000/1",
    });
    expect(lines[2]).toMatchObject({
      original: { event: "b", statement: null, line: 2 },
      trace: {
        rule: "original",
        tiers: [
          { tier: 1, base: null },
          { tier: 2, base: null },
        ],
      },
    });
    expect(tierPosition).toMatchObject({ current: 1, toNextStep: { decimal: "0.00" } });
  });

  it("F78: tells how far the next step is", () => {
    const { tierPosition } = recordOf(termsOf({ share: marginal }), [sale(250_000n)]);
    expect(tierPosition).toMatchObject({
      before: { decimal: "0.00" },
      moved: { decimal: "2500.00" },
      after: { decimal: "2500.00" },
      current: 1,
      toNextStep: { decimal: "7500.00" },
      tiers: [{ rateBp: 2_000 }, { rateBp: 2_500, upTo: null }],
    });
  });

  it("F65: names each deduction, and what was reported but is not on the list", () => {
    const sold = sale(12_000n, { id: "a", tax: 2_000n, fees: 300n });
    const back = returned(6_000n, { id: "b", originalId: "a", tax: 1_000n, fees: 100n });
    const { deductions, steps } = recordOf(termsOf({ deductions: ["tax"] }), [sold, back]);
    expect(deductions).toEqual([
      { kind: "tax", allowed: true, amount: { minor: "1000", decimal: "10.00" } },
      { kind: "fees", allowed: false, amount: { minor: "200", decimal: "2.00" } },
    ]);
    expect(steps[2]).toMatchObject({ code: "deductions", amount: { decimal: "-10.00" } });
  });

  it("F76 F77: the advance and the floor tell what is left of them", () => {
    const terms = termsOf(
      { start: "2010-12-16", end: "2011-02-28" },
      { floor: 31_000n, advance: { amount: 20_000n, recoupRateBp: 5_000n } },
    );
    const { floor, advance } = recordOf(terms, [sale(10_000n, { day: "2010-12-20" })]);
    expect(floor).toMatchObject({
      floor: { decimal: "160.00" },
      coveredDays: 16,
      days: 31,
      topUp: { decimal: "60.00" },
      remainingGuarantee: { decimal: "620.00" },
    });
    expect(advance).toMatchObject({
      opening: { decimal: "200.00" },
      available: { decimal: "160.00" },
      recouped: { decimal: "80.00" },
      closing: { decimal: "120.00" },
      progressBp: 4_000,
    });
  });

  it("F80: adjustments that do not add up to those of the calculation are refused", () => {
    const adjusted = termsOf({}, { adjustments: [{ period: "2010-12", amount: -500n, reason: "penalty" }] });
    expect(recordOf(adjusted, []).adjustments).toMatchObject([
      { code: "penalty", amount: { minor: "-500" } },
    ]);
    expect(() => recordOf(adjusted, [], { adjustments: [] })).toThrow("adjustments");
  });

  it("F75: what is below the smallest payout is carried over, with the month in which it can be paid", () => {
    const { outcome, summary } = recordOf(termsOf({}, { minimumPayout: 5_000n }), [sale(4_999n)]);
    expect(outcome).toMatchObject({ state: "carried-over", expectedPeriod: "2011-01" });
    expect(summary.payable.minor).toBe("0");
  });

  it("F74: a period without events has its statement, and drafts have no number", () => {
    const record = recordOf(termsOf(), [], { issue: null });
    expect(record).toMatchObject({
      identity: { number: null, issueDate: null },
      summary: { netRevenue: { minor: "0" } },
      lines: [],
      items: [],
    });
  });

  it("F74: a correction names what it corrects, and nothing else does", () => {
    expect(() => recordOf(termsOf(), [], { kind: "correction" })).toThrow(RangeError);
    expect(() => recordOf(termsOf(), [], { corrects: "ACME-AGR-1-2010-1" })).toThrow(RangeError);
  });

  it("F74: numbers are told apart, whatever the parts are called", () => {
    const parts = { tenant: "ACME", agreement: "AGR-1", year: 2011, sequence: 7 };
    expect(statementNumber(parts)).toBe("ACME-AGR-1-2011-7");
    for (const wrong of [
      { tenant: "AC-ME" },
      { tenant: "" },
      { agreement: "=1" },
      { sequence: 0 },
      { year: 11 },
    ])
      expect(() => statementNumber({ ...parts, ...wrong })).toThrow(RangeError);
  });
});

describe("canonicalJson", () => {
  it("R19: sorts keys, and refuses what has no exact form", () => {
    expect(canonicalJson({ b: [1, null], a: { d: "é\n", c: true } })).toBe(
      '{"a":{"c":true,"d":"é\\n"},"b":[1,null]}',
    );
    for (const wrong of [0.1, 2 ** 53, Number.NaN])
      expect(() => canonicalJson({ wrong })).toThrow(RangeError);
    for (const wrong of [undefined, 1n, new Date(0), new Map()])
      expect(() => canonicalJson({ wrong })).toThrow(TypeError);
  });
});
