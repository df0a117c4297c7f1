import {
  acceptShare,
  declineShare,
  getProducerHome,
  listShares,
  proposeShare,
  proposeShareVersion,
  type Scope,
  withdrawShare,
} from "@evenshare/application";
import { defaultShareSettings } from "@evenshare/domain";
import { describe, expect, test } from "vitest";
import { activeShare, must, proposedShare, startedPartnership, testShareTerms } from "../src";
import { auditOf, expectNothingWritten, mailsTo } from "./support/behind-the-scopes";
import { key, useShares } from "./support/share-case";

const { world, three, view, accept, itemsOf } = useShares();
const settings = defaultShareSettings;

describe("a revenue share", () => {
  test("F24 F25: counts only once the last of three parties has accepted, and all are told", async () => {
    const { brand, studio, editor, payees, terms } = await three();
    const share = await proposedShare(world().deps, brand, { terms, payees });
    expect(share).toEqual({ id: expect.any(String), code: "AGR-1", version: 1 });
    expect(await view(brand, share.id)).toMatchObject({
      state: "proposed",
      waitsFor: ["studio", "editor"],
      waitsForYou: false,
      actions: ["withdraw"],
    });
    const needs = async (scope: Scope) =>
      must(await getProducerHome(world().deps, scope, {})).needsYou.filter(
        ({ action }) => action === "answer_share",
      );
    expect(await needs(studio)).toMatchObject([{ shareId: share.id, title: "Harvest film income" }]);
    expect(must(await accept(studio, share.id))).toEqual({ status: "proposed" });
    expect(await needs(studio)).toEqual([]);
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
      (await mailsTo(world(), scope.organizationId))
        .map(({ template }) => template)
        .filter((template) => template.startsWith("share."))
        .sort();
    expect(await templates(brand)).toEqual(["share.accepted", "share.active"]);
    expect(await templates(studio)).toEqual(["share.active", "share.proposed"]);
    expect(await templates(editor)).toEqual(["share.active", "share.proposed"]);
    expect((await auditOf(world(), share.id)).map(({ action }) => action)).toEqual([
      "share.propose",
      "share.propose",
      "share.accept",
      "share.accept",
    ]);
  });

  test("F25: a click is answered once, and codes are counted without a gap, also at the same time", async () => {
    const partnership = await startedPartnership(world().deps);
    const payees = [{ party: "studio", partnershipId: partnership.id }];
    const input = { ...key(), title: "Income", payees, terms: testShareTerms, settings };
    const first = must(await proposeShare(world().deps, partnership.brand, input));
    const again = await expectNothingWritten(world(), () =>
      proposeShare(world().deps, partnership.brand, input),
    );
    expect(must(again)).toEqual(first);
    const faulty = { ...testShareTerms, timeZone: "Mars" };
    expect(
      (await proposeShare(world().deps, partnership.brand, { ...input, ...key(), terms: faulty })).ok,
    ).toBe(false);
    const many = await Promise.all(
      [1, 2, 3].map(() => proposeShare(world().deps, partnership.brand, { ...input, ...key() })),
    );
    const codes = many.map((result) => must(result).code).sort();
    expect(codes).toEqual(["AGR-2", "AGR-3", "AGR-4"]);

    const answer = { ...key(), id: first.id, version: 1 };
    const yes = must(await acceptShare(world().deps, partnership.producer, answer));
    expect(must(await acceptShare(world().deps, partnership.producer, answer))).toEqual(yes);
    expect(await accept(partnership.producer, first.id)).toMatchObject({
      failure: { code: "share.not_open" },
    });
  });

  test("F25: two payees who accept at the same time leave it active", async () => {
    const { brand, studio, editor, payees, terms } = await three();
    const { id } = await proposedShare(world().deps, brand, { terms, payees });
    const both = await Promise.all([accept(studio, id), accept(editor, id)]);
    expect(both.map((result) => must(result).status).sort()).toEqual(["active", "proposed"]);
    expect((await view(brand, id)).state).toBe("active");
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
    const partnership = await startedPartnership(world().deps);
    const { brand, producer } = partnership;
    const { id } = await activeShare(world().deps, partnership);
    const second = must(await proposeShareVersion(world().deps, brand, later(id)));
    expect(second).toMatchObject({ code: "AGR-1", version: 2 });
    expect(await proposeShareVersion(world().deps, brand, later(id))).toMatchObject({
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
    const partnership = await startedPartnership(world().deps);
    const { brand, producer } = partnership;
    const { id } = await activeShare(world().deps, partnership);
    must(await proposeShareVersion(world().deps, brand, later(id)));
    must(await withdrawShare(world().deps, brand, { ...key(), id, version: 2 }));
    expect(await accept(producer, id, 2)).toMatchObject({ failure: { code: "share.not_open" } });
    must(await proposeShareVersion(world().deps, brand, later(id)));
    must(await declineShare(world().deps, producer, { ...key(), id, version: 3, reason: "Not these items" }));
    expect(await view(brand, id)).toMatchObject({ state: "active", actions: ["propose"] });
    expect((await view(brand, id)).versions.map(({ status }) => status)).toEqual([
      "declined",
      "withdrawn",
      "active",
    ]);
    expect(await itemsOf(id)).toEqual(["BOX-1", "BOX-2"]);
  });

  test("F25: of a deal that moves in keeps what it opened with", async () => {
    const partnership = await startedPartnership(world().deps);
    const opening = { payable: "-20.00", reserveReleases: ["5.00"] };
    const moved = { openingBase: "50000.00", payees: { studio: { opening } } };
    const { id } = await activeShare(world().deps, partnership, moved);
    expect((await view(partnership.producer, id)).versions[0]?.terms).toMatchObject(moved);
    expect(await proposeShareVersion(world().deps, partnership.brand, later(id))).toMatchObject({
      failure: { code: "input.invalid", field: "terms.openingBase" },
    });
  });
});

test("F25: the list names the agreements of the reader, newest first, of one partnership where it is asked", async () => {
  const { brand, studio, editor, payees, terms } = await three();
  const both = await proposedShare(world().deps, brand, { terms, payees });
  const [first] = payees;
  if (first === undefined) throw new Error("there is no payee");
  const one = await proposedShare(world().deps, brand, { payees: [first] });
  const codes = async (scope: Scope, partnershipId?: string) =>
    must(await listShares(world().deps, scope, partnershipId === undefined ? {} : { partnershipId }))
      .items.map(({ code }) => code)
      .sort();
  expect([both.code, one.code]).toEqual(["AGR-1", "AGR-2"]);
  expect(await codes(brand)).toEqual(["AGR-1", "AGR-2"]);
  expect(await codes(studio)).toEqual(["AGR-1", "AGR-2"]);
  expect(await codes(editor)).toEqual(["AGR-1"]);
  expect(await codes(brand, payees[1]?.partnershipId)).toEqual(["AGR-1"]);
});
