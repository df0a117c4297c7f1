import { randomUUID } from "node:crypto";
import {
  acceptShare,
  declineShare,
  getShare,
  listShares,
  proposeShare,
  proposeShareVersion,
  type Scope,
  withdrawShare,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { defaultShareSettings, type ProposedTerms, roles } from "@evenshare/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  activeShare,
  addMember,
  createBrand,
  createTestWorld,
  must,
  proposedShare,
  startedPartnership,
  type TestWorld,
  testShareTerms,
} from "../src";
import { auditOf, expectNothingWritten, mailsTo } from "./support/behind-the-scopes";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const key = () => ({ commandKey: randomUUID() });
const settings = defaultShareSettings;

/** A brand with two producers, who have nothing to do with each other. */
async function three() {
  const brand = await createBrand(world.deps);
  const [first, second] = [
    await startedPartnership(world.deps, { brand }),
    await startedPartnership(world.deps, { brand }),
  ];
  const payees = [
    { party: "studio", partnershipId: first.id },
    { party: "editor", partnershipId: second.id },
  ];
  const terms: Partial<ProposedTerms> = {
    parties: [
      { id: "studio", role: "payee" },
      { id: "editor", role: "payee" },
      { id: "brand", role: "payer" },
    ],
    share: {
      basis: "cumulative",
      method: "marginal",
      tiers: [{ upTo: null, ratesBp: { studio: 4_000, editor: 2_000, brand: 4_000 } }],
    },
    payees: {
      studio: { floor: { amount: "1234.56", basis: "earned" } },
      editor: {
        advance: { amount: "777.77", recoupRateBp: 5_000 },
        opening: { payable: "-333.33", reserveReleases: [] },
      },
    },
  };
  return { brand, studio: first.producer, editor: second.producer, payees, terms };
}

const view = async (scope: Scope, id: string) => must(await getShare(world.deps, scope, { id }));
const accept = (scope: Scope, id: string, version = 1) =>
  acceptShare(world.deps, scope, { ...key(), id, version });

async function itemsOf(id: string): Promise<string[]> {
  return withAdmin(world.databaseUrl, async (client) => {
    const { rows } = await client.query<{ item: string }>(
      "select item from share_item where agreement_id = $1 order by item",
      [id],
    );
    return rows.map(({ item }) => item);
  });
}

describe("a revenue share", () => {
  test("F24 F25: counts only once the last of three parties has accepted, and all are told", async () => {
    const { brand, studio, editor, payees, terms } = await three();
    const share = await proposedShare(world.deps, brand, { terms, payees });
    expect(share).toEqual({ id: expect.any(String), code: "AGR-1", version: 1 });
    expect(await view(brand, share.id)).toMatchObject({
      state: "proposed",
      waitsFor: ["studio", "editor"],
      waitsForYou: false,
      actions: ["withdraw"],
    });
    expect(must(await accept(studio, share.id))).toEqual({ status: "proposed" });
    expect(await view(brand, share.id)).toMatchObject({ state: "proposed", waitsFor: ["editor"] });
    expect(await itemsOf(share.id)).toEqual([]);
    expect(must(await accept(editor, share.id))).toEqual({ status: "active" });

    const seen = await view(studio, share.id);
    expect(seen).toMatchObject({ state: "active", waitsFor: [], actions: [], you: "studio" });
    expect(seen.versions).toMatchObject([
      {
        standing: "coming",
        effectiveFrom: "2026-12-01",
        effectiveUntil: null,
        answers: [
          { party: "studio", answer: "accepted", by: studio.userName },
          { party: "editor", answer: "accepted", by: editor.userName },
          { party: "brand", answer: "accepted", by: brand.userName },
        ],
      },
    ]);
    expect(await itemsOf(share.id)).toEqual(["BOX-1", "BOX-2"]);
    const templates = async (scope: Scope) =>
      (await mailsTo(world, scope.organizationId))
        .map(({ template }) => template)
        .filter((template) => template.startsWith("share."))
        .sort();
    expect(await templates(brand)).toEqual(["share.accepted", "share.active"]);
    expect(await templates(studio)).toEqual(["share.active", "share.proposed"]);
    expect(await templates(editor)).toEqual(["share.active", "share.proposed"]);
    expect((await auditOf(world, share.id)).map(({ action }) => action)).toEqual([
      "share.propose",
      "share.propose",
      "share.accept",
      "share.accept",
    ]);
  });

  test("F25 C53: no payee sees another's private terms, reasons or more than its own agreements", async () => {
    const { brand, studio, editor, payees, terms } = await three();
    const { id } = await proposedShare(world.deps, brand, { terms, payees });
    const [ofStudio, ofEditor] = [
      JSON.stringify(await view(studio, id)),
      JSON.stringify(await view(editor, id)),
    ];
    expect(ofStudio).toContain("1234.56");
    expect(ofStudio).not.toMatch(/777\.77|333\.33|advance/);
    expect(ofEditor).toContain("777.77");
    expect(ofEditor).not.toContain("1234.56");
    expect(JSON.stringify(await view(brand, id))).toMatch(/777\.77.*1234\.56/);
    // Both read how the other is called, without a partnership of their own.
    const names = (await view(studio, id)).parties.map(({ name }) => name);
    expect(names).toEqual((await view(editor, id)).parties.map(({ name }) => name));
    expect(new Set(names).size).toBe(3);

    must(
      await declineShare(world.deps, editor, { ...key(), id, version: 1, reason: "My advance is too small" }),
    );
    expect(JSON.stringify(await view(studio, id))).not.toContain("advance is too small");
    for (const scope of [brand, editor])
      expect(JSON.stringify(await view(scope, id))).toContain("advance is too small");
    const [mail] = (await mailsTo(world, studio.organizationId)).filter(
      ({ template }) => template === "share.ended",
    );
    expect(JSON.stringify(mail)).not.toContain("advance is too small");
  });

  test("F25 C53: another tenant neither sees nor answers it, and reads no row of it", async () => {
    const partnership = await startedPartnership(world.deps);
    const { id } = await activeShare(world.deps, partnership);
    const waiting = await proposedShare(world.deps, partnership.brand, {
      payees: [{ party: "studio", partnershipId: partnership.id }],
    });
    // Knows the brand, but is not a party.
    const neighbour = await startedPartnership(world.deps, { brand: partnership.brand });
    const stranger = await startedPartnership(world.deps);
    const missing = { failure: { code: "share.not_found" } };
    await expectNothingWritten(world, async () => {
      for (const scope of [neighbour.producer, stranger.producer]) {
        const input = { ...key(), id: waiting.id, version: 1 };
        expect(await acceptShare(world.deps, scope, input)).toMatchObject(missing);
        expect(await declineShare(world.deps, scope, { ...input, reason: "No" })).toMatchObject(missing);
      }
      const input = { ...key(), id: waiting.id, version: 1 };
      expect(await withdrawShare(world.deps, stranger.brand, input)).toMatchObject(missing);
      const version = { ...key(), id, terms: testShareTerms, settings, effectiveFrom: "2027-01-01" };
      expect(await proposeShareVersion(world.deps, stranger.brand, version)).toMatchObject(missing);
    });
    for (const scope of [neighbour.producer, stranger.producer, stranger.brand]) {
      expect(await getShare(world.deps, scope, { id })).toMatchObject(missing);
      expect(must(await listShares(world.deps, scope, {})).items).toEqual([]);
      const rows = await world.deps.database.inTenant(scope.organizationId, async (tx) => [
        await tx.shareAgreement.count(),
        await tx.shareParty.count(),
        await tx.shareVersion.count(),
        await tx.shareAcceptance.count(),
        await tx.shareItem.count(),
      ]);
      expect(rows).toEqual([0, 0, 0, 0, 0]);
    }
  });

  test("F25: a producer can neither rewrite terms nor answer for another party, whatever the code above says", async () => {
    const { brand, studio, payees, terms } = await three();
    const { id } = await proposedShare(world.deps, brand, { terms, payees });
    const asStudio = <T>(write: Parameters<typeof world.deps.database.inTenant<T>>[1]) =>
      world.deps.database.inTenant(studio.organizationId, write);
    const answer = { agreementId: id, version: 1, answer: "accepted", at: world.clock.now(), byName: "x" };
    await expect(
      asStudio((tx) =>
        tx.shareAcceptance.createMany({ data: { ...answer, partyKey: "editor", byUserId: studio.userId } }),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      asStudio((tx) => tx.shareVersion.updateMany({ where: { agreementId: id }, data: { terms: {} } })),
    ).rejects.toThrow(/permission denied/);
    await expect(asStudio((tx) => tx.shareParty.deleteMany({ where: { agreementId: id } }))).rejects.toThrow(
      /permission denied/,
    );
  });

  test("F25 F4: brand owners and finance propose, producer owners and approvers answer, others do not", async () => {
    const partnership = await startedPartnership(world.deps);
    const { brand, producer } = partnership;
    const payees = [{ party: "studio", partnershipId: partnership.id }];
    const proposal = () => ({ ...key(), title: "Income", payees, terms: testShareTerms, settings });
    const stale = { failure: { code: "session.reauthentication_required" } };
    expect(
      await proposeShare(world.deps, { ...brand, authenticatedRecently: false }, proposal()),
    ).toMatchObject(stale);
    for (const role of roles.filter((name) => name !== "owner")) {
      const [colleague, answerer] = [
        await addMember(world.deps, brand, role),
        await addMember(world.deps, producer, role),
      ];
      const proposed = await proposeShare(world.deps, colleague, proposal());
      expect(proposed.ok, role).toBe(role === "finance");
      const { id } = await proposedShare(world.deps, brand, { payees });
      expect((await accept(answerer, id)).ok, role).toBe(role === "approver");
    }
    const { id } = await proposedShare(world.deps, brand, { payees });
    expect(await accept({ ...producer, authenticatedRecently: false }, id)).toMatchObject(stale);
    expect(await accept(brand, id)).toMatchObject({ failure: { code: "permission.denied" } });
    expect(await proposeShare(world.deps, producer, proposal())).toMatchObject({
      failure: { code: "permission.denied" },
    });
  });

  test("F25: a click is answered once, and codes are counted without a gap, also at the same time", async () => {
    const partnership = await startedPartnership(world.deps);
    const payees = [{ party: "studio", partnershipId: partnership.id }];
    const input = { ...key(), title: "Income", payees, terms: testShareTerms, settings };
    const first = must(await proposeShare(world.deps, partnership.brand, input));
    const again = await expectNothingWritten(world, () => proposeShare(world.deps, partnership.brand, input));
    expect(must(again)).toEqual(first);
    const faulty = { ...testShareTerms, timeZone: "Mars" };
    expect(
      (await proposeShare(world.deps, partnership.brand, { ...input, ...key(), terms: faulty })).ok,
    ).toBe(false);
    const many = await Promise.all(
      [1, 2, 3].map(() => proposeShare(world.deps, partnership.brand, { ...input, ...key() })),
    );
    const codes = many.map((result) => must(result).code).sort();
    expect(codes).toEqual(["AGR-2", "AGR-3", "AGR-4"]);

    const answer = { ...key(), id: first.id, version: 1 };
    const yes = must(await acceptShare(world.deps, partnership.producer, answer));
    expect(must(await acceptShare(world.deps, partnership.producer, answer))).toEqual(yes);
    expect(await accept(partnership.producer, first.id)).toMatchObject({
      failure: { code: "share.not_open" },
    });
  });

  test("F25: two payees who accept at the same time leave it active", async () => {
    const { brand, studio, editor, payees, terms } = await three();
    const { id } = await proposedShare(world.deps, brand, { terms, payees });
    const both = await Promise.all([accept(studio, id), accept(editor, id)]);
    expect(both.map((result) => must(result).status).sort()).toEqual(["active", "proposed"]);
    expect((await view(brand, id)).state).toBe("active");
  });

  test("F24: what is wrong is refused by field and reason, and writes nothing", async () => {
    const partnership = await startedPartnership(world.deps);
    const { brand } = partnership;
    const payees = [{ party: "studio", partnershipId: partnership.id }];
    const propose = async (change: Partial<Parameters<typeof proposeShare>[2]>) => {
      const input = { ...key(), title: "Income", payees, terms: testShareTerms, settings, ...change };
      const result = await expectNothingWritten(world, () => proposeShare(world.deps, brand, input));
      return result.ok ? null : [result.failure.code, result.failure.field];
    };
    const invalid = "input.invalid";
    const tiers = [{ upTo: null, ratesBp: { studio: 7_000, brand: 2_999 } }];
    const share = { ...testShareTerms.share, tiers };
    expect(await propose({ terms: { ...testShareTerms, share } })).toEqual([
      invalid,
      "terms.share.tiers.0.ratesBp",
    ]);
    expect(await propose({ terms: { ...testShareTerms, items: [] } })).toEqual([invalid, "terms.items"]);
    expect(await propose({ title: " " })).toEqual([invalid, "title"]);
    expect(await propose({ settings: { ...settings, issueDay: 46 } })).toEqual([
      invalid,
      "settings.issueDay",
    ]);
    const nobodys = [{ party: "studio", partnershipId: randomUUID() }];
    expect(await propose({ payees: nobodys })).toEqual(["partnership.not_found", "payees.0.partnershipId"]);
    const other = await startedPartnership(world.deps);
    expect(await propose({ payees: [{ party: "studio", partnershipId: other.id }] })).toEqual([
      "partnership.not_found",
      "payees.0.partnershipId",
    ]);
    expect(await propose({ payees: [...payees, { party: "brand", partnershipId: partnership.id }] })).toEqual(
      [invalid, "payees.1.partnershipId"],
    );
    expect(await propose({ payees: [{ party: "brand", partnershipId: partnership.id }] })).toEqual([
      invalid,
      "payees.0.party",
    ]);
  });
});

describe("a later version", () => {
  const later = (id: string, change: Partial<Parameters<typeof proposeShareVersion>[2]> = {}) => ({
    ...key(),
    id,
    terms: { ...testShareTerms, items: ["BOX-2", "BOX-3"] },
    settings,
    effectiveFrom: "2027-02-01",
    ...change,
  });

  test("F25: takes effect at its border; the earlier one stays as it is until then", async () => {
    const partnership = await startedPartnership(world.deps);
    const { brand, producer } = partnership;
    const { id } = await activeShare(world.deps, partnership);
    const second = must(await proposeShareVersion(world.deps, brand, later(id)));
    expect(second).toMatchObject({ code: "AGR-1", version: 2 });
    expect(await proposeShareVersion(world.deps, brand, later(id))).toMatchObject({
      failure: { code: "share.already_open" },
    });
    expect(await view(producer, id)).toMatchObject({ state: "changing", waitsForYou: true });
    expect(must(await accept(producer, id, 2))).toEqual({ status: "active" });
    expect((await view(brand, id)).versions).toMatchObject([
      { version: 2, status: "active", standing: "coming", effectiveFrom: "2027-02-01", effectiveUntil: null },
      { version: 1, status: "superseded", standing: "coming", effectiveUntil: "2027-01-31" },
    ]);
    // Lines that come late still find what covered them.
    expect(await itemsOf(id)).toEqual(["BOX-1", "BOX-2", "BOX-3"]);
  });

  test("F25: withdrawn or declined it changes nothing of what is in force, and can be proposed anew", async () => {
    const partnership = await startedPartnership(world.deps);
    const { brand, producer } = partnership;
    const { id } = await activeShare(world.deps, partnership);
    must(await proposeShareVersion(world.deps, brand, later(id)));
    must(await withdrawShare(world.deps, brand, { ...key(), id, version: 2 }));
    expect(await accept(producer, id, 2)).toMatchObject({ failure: { code: "share.not_open" } });
    must(await proposeShareVersion(world.deps, brand, later(id)));
    must(await declineShare(world.deps, producer, { ...key(), id, version: 3, reason: "Not these items" }));
    expect(await view(brand, id)).toMatchObject({ state: "active", actions: ["propose"] });
    expect((await view(brand, id)).versions.map(({ status }) => status)).toEqual([
      "declined",
      "withdrawn",
      "active",
    ]);
    expect(await itemsOf(id)).toEqual(["BOX-1", "BOX-2"]);
  });

  test("F25: of a deal that moves in keeps what it opened with", async () => {
    const partnership = await startedPartnership(world.deps);
    const opening = { payable: "-20.00", reserveReleases: ["5.00"] };
    const moved = { openingBase: "50000.00", payees: { studio: { opening } } };
    const { id } = await activeShare(world.deps, partnership, moved);
    expect((await view(partnership.producer, id)).versions[0]?.terms).toMatchObject(moved);
    expect(await proposeShareVersion(world.deps, partnership.brand, later(id))).toMatchObject({
      failure: { code: "input.invalid", field: "terms.openingBase" },
    });
  });
});

test("F25: the list names the agreements of the reader, newest first, of one partnership where it is asked", async () => {
  const { brand, studio, editor, payees, terms } = await three();
  const both = await proposedShare(world.deps, brand, { terms, payees });
  const [first] = payees;
  if (first === undefined) throw new Error("there is no payee");
  const one = await proposedShare(world.deps, brand, { payees: [first] });
  const codes = async (scope: Scope, partnershipId?: string) =>
    must(await listShares(world.deps, scope, partnershipId === undefined ? {} : { partnershipId }))
      .items.map(({ code }) => code)
      .sort();
  expect([both.code, one.code]).toEqual(["AGR-1", "AGR-2"]);
  expect(await codes(brand)).toEqual(["AGR-1", "AGR-2"]);
  expect(await codes(studio)).toEqual(["AGR-1", "AGR-2"]);
  expect(await codes(editor)).toEqual(["AGR-1"]);
  expect(await codes(brand, payees[1]?.partnershipId)).toEqual(["AGR-1"]);
});
