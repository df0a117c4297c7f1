import { createHash, randomUUID } from "node:crypto";
import {
  acceptShare,
  getOpenPeriod,
  getStatement,
  issueStatements,
  listStatements,
  revertImport,
  type Scope,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { onlineRetailMapping, type ProposedTerms, readStatementRecord } from "@evenshare/domain";
import { beforeEach, describe, expect, test } from "vitest";
import {
  activeShare,
  addMember,
  createBrand,
  createProducer,
  must,
  proposedShare,
  type StartedPartnership,
  startedPartnership,
} from "../src";
import { auditOf, mailsTo } from "./support/behind-the-scopes";
import { useTestWorld } from "./support/harness";
import { importFile } from "./support/revenue-case";

const world = useTestWorld();
let partnership: StartedPartnership;
let brand: Scope;
let producer: Scope;
beforeEach(async () => {
  partnership = await startedPartnership(world().deps);
  ({ brand, producer } = partnership);
});

const terms: Partial<ProposedTerms> = {
  start: "2010-12-01",
  deductions: [],
  payees: { studio: { minimumPayout: "10.00" } },
};
/** A sale or return of one item in the retailer's form. */
const row = (invoice: string, day: string, quantity: string, price: string, item = "BOX-1") =>
  `${invoice},${item},Box,${quantity},${day} 12:00:00,${price},,UK`;
const open = (scope: Scope, agreementId: string) => getOpenPeriod(world().deps, scope, { agreementId });
/** A second later than anything before, so that lists are in the order of what happened. */
const issue = (scope: Scope, agreementId: string, period: string, commandKey = randomUUID()) => {
  world().clock.advanceBy(1_000);
  return issueStatements(world().deps, scope, { commandKey, agreementId, period });
};
const recordOf = async (scope: Scope, id: string) =>
  readStatementRecord(must(await getStatement(world().deps, scope, { id })).record);
const listed = async (scope: Scope) => must(await listStatements(world().deps, scope, {})).items;

const december = [row("1", "2010-12-05", "10", "10.00"), row("2", "2010-12-31", "1", "50.00", "BOX-2")];

describe("a statement", () => {
  test("F74 F75 F87: is a draft, then issued with a number, a hash and balances that go on", async () => {
    await importFile(world(), brand, [...december, row("3", "2011-01-02", "1", "8.00")]);
    const { id } = await activeShare(world().deps, partnership, terms);
    const draft = must(await open(producer, id));
    expect(draft).toMatchObject({ period: "2010-12", ended: true, canIssue: false, lateLines: 0 });
    const [own] = draft.drafts;
    expect(readStatementRecord(own?.record ?? "")).toMatchObject({
      identity: { number: null, issuer: {}, payee: {} },
      summary: { netRevenue: { decimal: "150.00" }, payable: { decimal: "75.00" } },
    });

    const key = randomUUID();
    const first = must(await issue(brand, id, "2010-12", key));
    expect(first.numbers).toHaveLength(1);
    expect(must(await issue(brand, id, "2010-12", key))).toEqual(first);
    expect(must(await issue(brand, id, "2011-01")).numbers).toHaveLength(1);
    expect(must(await issue(brand, id, "2011-02")).numbers).toHaveLength(1);

    const [february, january, last] = await listed(producer);
    expect([last, january, february].map((one) => one?.number.split("-").slice(1).join("-"))).toEqual([
      "AGR-1-2026-1",
      "AGR-1-2026-2",
      "AGR-1-2026-3",
    ]);
    expect([last?.payable, january?.payable, january?.carriedOver, february?.carriedOver]).toEqual([
      7_500n,
      0n,
      400n,
      400n,
    ]);
    expect(await listed(brand)).toEqual([february, january, last]);
    const stored = must(await getStatement(world().deps, producer, { id: january?.id ?? "" }));
    expect(createHash("sha256").update(stored.record).digest("hex")).toBe(stored.sha256);
    const records = await Promise.all(
      [last, january, february].map((one) => recordOf(producer, one?.id ?? "")),
    );
    expect(records[1]?.identity.previous).toMatchObject({ number: last?.number });
    expect(records[2]?.identity.previous).toEqual({ number: january?.number, sha256: stored.sha256 });
    for (const [at, record] of records.entries())
      expect(record.balances.payable.opening).toEqual(
        at === 0 ? { minor: "0", decimal: "0.00" } : records[at - 1]?.balances.payable.closing,
      );
  });

  test("F67: a line that comes late counts in the next open period, and what was issued stays", async () => {
    await importFile(world(), brand, december);
    const { id } = await activeShare(world().deps, partnership, terms);
    must(await issue(brand, id, "2010-12"));
    const [before] = await listed(brand);
    await importFile(world(), brand, [
      row("4", "2010-12-06", "1", "30.00"),
      row("C5", "2011-01-03", "-1", "10.00"),
    ]);
    const draft = must(await open(brand, id));
    expect(draft).toMatchObject({ period: "2011-01", lateLines: 1 });
    const record = readStatementRecord(draft.drafts[0]?.record ?? "");
    expect(record.summary.netRevenue.decimal).toBe("20.00");
    expect(record.completeness.lateIn).toBe(1);
    expect(record.lines.map(({ event, day }) => [event, day])).toEqual([
      ["4-BOX-1", "2010-12-06"],
      ["C5-BOX-1", "2011-01-03"],
    ]);
    must(await issue(brand, id, "2011-01"));
    expect((await listed(brand)).at(-1)).toEqual(before);
    // Nothing of it counts twice in the period after that.
    const next = must(await open(brand, id)).drafts[0]?.record ?? "";
    expect(readStatementRecord(next).summary.netRevenue.minor).toBe("0");
  });

  test("F66: a return names the line of the statement in which its sale stands, and goes back at that sale's rate", async () => {
    const linked = { ...onlineRetailMapping, original: "CustomerID" };
    const tiers = [
      { upTo: "100.00", ratesBp: { studio: 5_000, brand: 5_000 } },
      { upTo: null, ratesBp: { studio: 1_000, brand: 9_000 } },
    ];
    await importFile(world(), brand, december, { mapping: linked });
    const { id } = await activeShare(world().deps, partnership, {
      ...terms,
      share: { basis: "cumulative", method: "marginal", tiers },
    });
    must(await issue(brand, id, "2010-12"));
    const [first] = await listed(brand);
    await importFile(
      world(),
      brand,
      ["C3,BOX-1,Box,-2,2011-01-04 12:00:00,10.00,1-BOX-1,UK", row("4", "2011-01-05", "1", "40.00")],
      { mapping: linked },
    );
    const record = readStatementRecord(must(await open(producer, id)).drafts[0]?.record ?? "");
    expect(record.lines[0]).toMatchObject({
      event: "C3-BOX-1",
      original: { event: "1-BOX-1", statement: first?.number, line: 1 },
      share: { decimal: "-10.00" },
    });
    expect(record.summary.share.decimal).toBe("-6.00");
  });

  test("F64 R11: says nothing of sales before the agreement began or after it ended", async () => {
    await importFile(world(), brand, [
      row("0", "2010-11-30", "1", "999.00"),
      ...december,
      row("9", "2011-01-01", "1", "888.00"),
    ]);
    const { id } = await activeShare(world().deps, partnership, { ...terms, end: "2010-12-31" });
    const draft = must(await open(producer, id)).drafts[0]?.record ?? "";
    expect(readStatementRecord(draft)).toMatchObject({
      summary: { netRevenue: { decimal: "150.00" } },
      unmatched: [],
    });
    must(await issue(brand, id, "2010-12"));
    const after = must(await open(producer, id)).drafts[0]?.record ?? "";
    expect(draft + after).not.toMatch(/999[.]00|888[.]00/);
  });

  test("F74: is issued in order, after its period is over, and only once", async () => {
    const { id } = await activeShare(world().deps, partnership, { ...terms, start: "2026-10-01" });
    expect(await issue(brand, id, "2026-11")).toMatchObject({
      failure: { code: "statement.other_period", details: { period: "2026-10" } },
    });
    must(await issue(brand, id, "2026-10"));
    expect(await issue(brand, id, "2026-10")).toMatchObject({ failure: { code: "statement.other_period" } });
    expect(must(await open(brand, id))).toMatchObject({ period: "2026-11", ended: false, canIssue: false });
    expect(await issue(brand, id, "2026-11")).toMatchObject({
      failure: { code: "statement.period_open", details: { lastDay: "2026-11-30" } },
    });
  });

  test("F25: waits until every party has accepted", async () => {
    const { id } = await proposedShare(world().deps, brand, {
      payees: [{ party: "studio", partnershipId: partnership.id }],
    });
    expect(await open(brand, id)).toMatchObject({ failure: { code: "share.not_active" } });
    expect(await issue(brand, id, "2026-12")).toMatchObject({ failure: { code: "share.not_active" } });
  });

  test("F74 C22: issued twice at the same moment is issued once, and numbers have no gap", async () => {
    await importFile(world(), brand, december);
    const { id } = await activeShare(world().deps, partnership, terms);
    const answers = await Promise.all(Array.from({ length: 6 }, () => issue(brand, id, "2010-12")));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    must(await issue(brand, id, "2011-01"));
    const numbers = (await listed(brand)).map(({ number }) => number.split("-").at(-1)).sort();
    expect(numbers).toEqual(["1", "2"]);
  });

  test("F74: cannot be rewritten, and what it rests on cannot be taken back", async () => {
    const { id: importId } = await importFile(world(), brand, december);
    const { id } = await activeShare(world().deps, partnership, terms);
    must(await issue(brand, id, "2010-12"));
    const [statement] = await listed(brand);
    await withAdmin(world().databaseUrl, async (client) => {
      for (const change of ["update statement set payable = 1", "delete from statement"])
        await expect(client.query(`${change} where id = $1`, [statement?.id])).rejects.toThrow();
    });
    expect(await revertImport(world().deps, brand, { commandKey: randomUUID(), id: importId })).toMatchObject(
      { failure: { code: "revenue_import.stated" } },
    );
  });

  test("F122 F136: is told to both sides by mail without an amount in its data's subject, and leaves a trace", async () => {
    await importFile(world(), brand, december);
    const { id } = await activeShare(world().deps, partnership, terms);
    const { numbers } = must(await issue(brand, id, "2010-12"));
    for (const side of [brand, producer]) {
      const mail = (await mailsTo(world(), side.organizationId)).find(
        ({ template }) => template === "statement.issued",
      );
      expect(mail?.data).toMatchObject({
        statementNumber: numbers[0],
        statementPeriod: "2010-12",
        amount: "7500",
        carried: "0",
      });
    }
    expect((await auditOf(world(), id)).at(-1)).toMatchObject({
      action: "statement.issue",
      after: { period: "2010-12", numbers: numbers[0] },
    });
  });

  test("F86 R11: is its payee's and its issuer's alone; roles that may not issue it are refused", async () => {
    await importFile(world(), brand, december);
    const second = await startedPartnership(world().deps, { brand });
    const { id, version } = await proposedShare(world().deps, brand, {
      terms: {
        ...terms,
        parties: [
          { id: "studio", role: "payee" },
          { id: "label", role: "payee" },
          { id: "brand", role: "payer" },
        ],
        share: {
          basis: "cumulative",
          method: "marginal",
          tiers: [{ upTo: null, ratesBp: { studio: 3_000, label: 2_000, brand: 5_000 } }],
        },
        payees: { label: { advance: { amount: "12.34", recoupRateBp: 5_000 } } },
      },
      payees: [
        { party: "studio", partnershipId: partnership.id },
        { party: "label", partnershipId: second.id },
      ],
    });
    for (const payee of [producer, second.producer])
      must(await acceptShare(world().deps, payee, { commandKey: randomUUID(), id, version }));
    expect(must(await open(brand, id)).drafts).toHaveLength(2);
    expect(must(await open(producer, id)).drafts.map(({ party }) => party)).toEqual(["studio"]);
    expect(must(await issue(brand, id, "2010-12")).numbers).toHaveLength(2);
    const [own] = await listed(producer);
    const [other] = await listed(second.producer);
    expect(await listed(producer)).toHaveLength(1);
    expect([own?.share, other?.share]).toEqual([4_500n, 3_000n]);
    const { record } = must(await getStatement(world().deps, producer, { id: own?.id ?? "" }));
    expect(record).not.toContain("12.34");
    expect(await getStatement(world().deps, producer, { id: other?.id ?? "" })).toMatchObject({
      failure: { code: "statement.not_found" },
    });
    const stranger = await createProducer(world().deps);
    expect(await open(stranger, id)).toMatchObject({ failure: { code: "share.not_found" } });
    const otherBrand = await createBrand(world().deps);
    expect(await issue(otherBrand, id, "2011-01")).toMatchObject({ failure: { code: "share.not_found" } });
    expect(await issue(producer, id, "2011-01")).toMatchObject({ failure: { code: "permission.denied" } });
    const viewer = await addMember(world().deps, brand, "viewer");
    expect(await issue(viewer, id, "2011-01")).toMatchObject({ failure: { code: "permission.denied" } });
  });
});
