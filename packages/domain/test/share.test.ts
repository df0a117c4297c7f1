import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  answerShare,
  checkNextVersion,
  findTermsFaults,
  lastDayOf,
  makeShareTerms,
  nextBorderAfter,
  type ProposedTerms,
  presetRates,
  type ShareVersionFacts,
  shareSettings,
  shareStateOf,
  shareWarnings,
  splitPresets,
  termsFor,
} from "../src";

const terms: ProposedTerms = {
  currency: "GBP",
  timeZone: "Europe/London",
  start: "2026-01-01",
  end: null,
  period: "quarter",
  items: ["A-1"],
  parties: [
    { id: "studio", role: "payee" },
    { id: "editor", role: "payee" },
    { id: "brand", role: "payer" },
  ],
  deductions: ["tax"],
  share: {
    basis: "cumulative",
    method: "marginal",
    tiers: [
      { upTo: "1000.00", ratesBp: { studio: 3_334, editor: 3_333, brand: 3_333 } },
      { upTo: null, ratesBp: { studio: 5_000, editor: 2_000, brand: 3_000 } },
    ],
  },
  payees: {
    studio: { floor: { amount: "10.00", basis: "earned" } },
    editor: { reserve: { rateBp: 1_000, releaseBp: [10_000] } },
  },
};
const withShare = (share: Partial<ProposedTerms["share"]>) => ({
  ...terms,
  share: { ...terms.share, ...share },
});
const version = (change: Partial<ShareVersionFacts> = {}): ShareVersionFacts => ({
  version: 1,
  status: "active",
  effectiveFrom: "2026-01-01",
  terms: { version: 1, agreement: "AGR-1", ...terms },
  ...change,
});

describe("the terms of a revenue share", () => {
  test("F24: splits of each tier sum to exactly 100 %, for any number of parties, or name the tier", () => {
    expect(findTermsFaults(terms)).toEqual([]);
    const wrong = withShare({
      tiers: [{ upTo: null, ratesBp: { studio: 3_333, editor: 3_333, brand: 3_333 } }],
    });
    expect(makeShareTerms(wrong, "AGR-1")).toEqual({
      ok: false,
      failure: {
        code: "input.invalid",
        field: "terms.share.tiers.0.ratesBp",
        details: { reason: "sum to 99.99%, not to 100%" },
      },
    });
  });

  test("F24: presets leave the brand the rest, and always sum to 10,000", () => {
    const [seventy, fifty] = splitPresets;
    expect(presetRates(["a"], "brand", seventy.payeesBp)).toEqual({ a: 7_000, brand: 3_000 });
    expect(presetRates(["a", "b", "c"], "brand", fifty.payeesBp)).toEqual({
      a: 1_667,
      b: 1_667,
      c: 1_666,
      brand: 5_000,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 10_000 }), (count, payeesBp) => {
        const payees = Array.from({ length: count }, (_, index) => `p${index}`);
        const rates = Object.values(presetRates(payees, "brand", payeesBp));
        return rates.reduce((sum, rate) => sum + rate, 0) === 10_000;
      }),
    );
  });

  test("F24 F28: every fault is told by field and reason, all of them at once", () => {
    const faulty: ProposedTerms = {
      ...withShare({
        tiers: [
          { upTo: "10.00", ratesBp: { studio: 10_000 } },
          { upTo: "10.00", ratesBp: { studio: 10_000 } },
        ],
      }),
      timeZone: "Mars",
      end: "2025-01-01",
    };
    const fields = findTermsFaults(faulty).map(({ field }) => field);
    expect(fields).toContain("timeZone");
    expect(fields).toContain("end");
    expect(fields).toContain("share.tiers.1.upTo");
    const refused = makeShareTerms(faulty, "AGR-1");
    if (refused.ok) throw new Error("faulty terms were taken");
    expect(refused.failure.details?.["others"]?.length).toBe(fields.length - 1);
  });

  test("F24: exactly one party pays, and every payee has a share in some tier", () => {
    const payers = {
      ...terms,
      parties: terms.parties.map((party) => ({ ...party, role: "payer" as const })),
    };
    expect(findTermsFaults({ ...payers, payees: {} })).toEqual([
      { field: "parties", reason: "do not have exactly one that pays" },
    ]);
    const idle = withShare({ tiers: [{ upTo: null, ratesBp: { studio: 5_000, brand: 5_000 } }] });
    expect(findTermsFaults(idle)).toEqual([{ field: "parties.1", reason: "has no share in any tier" }]);
  });

  test("F26 F27: floors, advances and reserves that make no sense are faults at their own fields", () => {
    const faults = findTermsFaults({
      ...terms,
      payees: {
        studio: {
          floor: { amount: "-1", basis: "earned" },
          advance: { amount: "1.005", recoupRateBp: 10_001 },
          reserve: { rateBp: 100, releaseBp: [1] },
        },
      },
    });
    expect(faults.map(({ field }) => field)).toEqual([
      "payees.studio.floor.amount",
      "payees.studio.reserve.releaseBp",
      "payees.studio.advance.amount",
      "payees.studio.advance.recoupRateBp",
    ]);
  });

  test("F29: a reserve above 20 % or longer than 12 months is warned of, not refused", () => {
    const reserved = (rateBp: number, releaseBp: number[], period: ProposedTerms["period"] = "quarter") =>
      shareWarnings({ period, payees: { studio: { reserve: { rateBp, releaseBp } } } }).map(
        ({ kind }) => kind,
      );
    expect(reserved(2_000, [2_500, 2_500, 2_500, 2_500])).toEqual([]);
    expect(reserved(2_001, [10_000])).toEqual(["reserve_high"]);
    expect(reserved(1_000, [0, 0, 0, 0, 10_000])).toEqual(["reserve_long"]);
    expect(reserved(1_000, [10_000, 0, 0, 0, 0])).toEqual([]);
    expect(reserved(2_500, [5_000, 5_000], "year")).toEqual(["reserve_high", "reserve_long"]);
    expect(reserved(0, [10_000])).toEqual([]);
    const high = { ...terms, payees: { studio: { reserve: { rateBp: 9_000, releaseBp: [10_000] } } } };
    expect(findTermsFaults(high)).toEqual([]);
  });

  test("F25: a payee reads the split and its own terms, never another payee's; the brand reads all", () => {
    const file = { version: 1 as const, agreement: "AGR-1", ...terms };
    expect(termsFor(file, { key: "studio" }).payees).toEqual({ studio: terms.payees["studio"] });
    expect(termsFor(file, { key: "brand" })).toEqual(file);
    expect(termsFor({ ...file, payees: {} }, { key: "editor" }).payees).toEqual({});
    expect(termsFor(file, { key: "editor" }).share).toEqual(terms.share);
  });

  test("the days of review, issue, dispute and holding are inside what statements allow", () => {
    const good = { reviewDays: 7, issueDay: 15, disputeDays: 30, holdingDays: 14 };
    expect(shareSettings.safeParse(good).success).toBe(true);
    for (const bad of [
      { issueDay: 4 },
      { issueDay: 46 },
      { disputeDays: 9 },
      { disputeDays: 91 },
      { holdingDays: 1 },
    ])
      expect(shareSettings.safeParse({ ...good, ...bad }).success, JSON.stringify(bad)).toBe(false);
  });
});

describe("a version", () => {
  const next = (effectiveFrom: string, change: Partial<ProposedTerms> = {}) => ({
    terms: { ...terms, ...change },
    effectiveFrom,
  });
  const today = "2026-11-23";
  const reasonOf = (result: ReturnType<typeof checkNextVersion>) =>
    result.ok ? null : [result.failure.field, result.failure.details?.["reason"]];

  test("F25: takes effect at a period border after the open period, later than every earlier one", () => {
    const check = (day: string) => reasonOf(checkNextVersion([version()], next(day), today));
    expect(check("2027-01-01")).toBeNull();
    expect(check("2027-02-01")).toEqual(["effectiveFrom", "is not the first day of a quarter"]);
    expect(check("2026-10-01")).toEqual(["effectiveFrom", "lies in a quarter that has begun"]);
    const later = version({ version: 2, effectiveFrom: "2027-04-01" });
    const both = [version({ status: "superseded" }), later];
    expect(reasonOf(checkNextVersion(both, next("2027-04-01"), today))).toEqual([
      "effectiveFrom",
      "is not later than that of version 2",
    ]);
    expect(nextBorderAfter(both, today, terms.start)).toBe("2027-07-01");
    expect(nextBorderAfter([version()], today, terms.start)).toBe("2027-01-01");
  });

  test("F25: one proposal is open at a time; after a refused first one the start is the day", () => {
    const open = version({ version: 2, status: "proposed" });
    expect(checkNextVersion([version(), open], next("2027-01-01"), today)).toMatchObject({
      failure: { code: "share.already_open", details: { version: "2" } },
    });
    const declined = [version({ status: "declined" })];
    expect(checkNextVersion(declined, next("2026-01-01"), today).ok).toBe(true);
    expect(reasonOf(checkNextVersion(declined, next("2027-01-01"), today))).toEqual([
      "effectiveFrom",
      "is not the start of the terms",
    ]);
  });

  test("F25: keeps parties, currency, time zone, start, period and opening balances as they are", () => {
    const changes: [string, Partial<ProposedTerms>][] = [
      ["terms.currency", { currency: "EUR" }],
      ["terms.timeZone", { timeZone: "Europe/Berlin" }],
      ["terms.start", { start: "2026-01-02" }],
      ["terms.period", { period: "month" }],
      ["terms.openingBase", { openingBase: "5.00" }],
      [
        "terms.payees.studio.opening",
        { payees: { studio: { opening: { payable: "1.00", reserveReleases: [] } } } },
      ],
      ["terms.parties", { parties: terms.parties.toReversed() }],
    ];
    for (const [field, change] of changes) {
      const refused = checkNextVersion([version()], next("2027-01-01", change), today);
      expect(reasonOf(refused)?.[0]).toBe(field);
    }
  });

  test("F25: counts until the day before the next accepted one, whatever was declined between", () => {
    const versions = [
      version({ status: "superseded" }),
      version({ version: 2, status: "declined", effectiveFrom: "2027-01-01" }),
      version({ version: 3, effectiveFrom: "2027-04-01" }),
    ];
    expect(versions.map((one) => lastDayOf(one, versions))).toEqual(["2027-03-31", "2027-03-31", null]);
    expect(shareStateOf(versions)).toBe("active");
    expect(shareStateOf([...versions, { status: "proposed" }])).toBe("changing");
    expect(shareStateOf([{ status: "proposed" }])).toBe("proposed");
    expect(shareStateOf([{ status: "declined" }, { status: "withdrawn" }])).toBe("withdrawn");
  });
});

describe("answers", () => {
  const parties = ["studio", "editor", "brand"];
  const proposal = (answered: string[], status: ShareVersionFacts["status"] = "proposed") => ({
    versions: [version({ status })],
    version: 1,
    parties,
    answered,
  });
  const yes = (party: string) => ({ party, says: "accepted" }) as const;

  test("F25: only the last party's yes makes it active; one no ends it", () => {
    expect(answerShare(proposal(["brand"]), yes("studio"), "2026-11-23")).toMatchObject({
      value: "proposed",
    });
    expect(answerShare(proposal(["brand", "editor"]), yes("studio"), "2026-11-23")).toMatchObject({
      value: "active",
    });
    const no = { party: "studio", says: "declined" } as const;
    expect(answerShare(proposal(["brand", "editor"]), no, "2026-11-23")).toMatchObject({ value: "declined" });
  });

  test("F25: nobody answers twice, nor what has ended, nor a version whose period has begun", () => {
    expect(answerShare(proposal(["brand", "studio"]), yes("studio"), "2026-11-23")).toMatchObject({
      failure: { code: "share.already_answered" },
    });
    expect(answerShare(proposal(["brand"], "withdrawn"), yes("studio"), "2026-11-23")).toMatchObject({
      failure: { code: "share.not_open" },
    });
    const second = version({ version: 2, status: "proposed", effectiveFrom: "2027-01-01" });
    const waiting = { versions: [version(), second], version: 2, parties, answered: ["brand", "editor"] };
    expect(answerShare(waiting, yes("studio"), "2026-12-31")).toMatchObject({ value: "active" });
    expect(answerShare(waiting, yes("studio"), "2027-01-01")).toMatchObject({
      failure: { code: "share.border_passed" },
    });
  });
});
