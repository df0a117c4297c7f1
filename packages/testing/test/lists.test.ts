import { randomUUID } from "node:crypto";
import {
  getBrandHome,
  getHeldFunds,
  getMilestone,
  getProducerHome,
  listMilestones,
  listPartnerships,
  listPayouts,
  type Page,
  proposeMilestone,
  quoteFunding,
  quoteRelease,
} from "@evenshare/application";
import { views } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import {
  addMember,
  createBrand,
  createProducer,
  draftedMilestone,
  must,
  proposedPartnership,
  startedPartnership,
} from "../src";
import { asSent } from "./support/as-sent";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();

describe("listMilestones", () => {
  it("gives every milestone once, newest first, however many share an instant", async () => {
    const { deps, clock } = world();
    const { id, brand } = await startedPartnership(deps);
    const drafted: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      drafted.push(await draftedMilestone(deps, brand, id, { title: `Part ${index}` }));
      if (index === 2 || index === 5) clock.advanceBy(1_000);
    }
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Page<views.MilestoneRow> = must(
        await listMilestones(deps, brand, { partnershipId: id, cursor, limit: 2 }),
      );
      expect(views.page(views.milestoneRow).parse(page)).toEqual(page);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((row) => row.id));
      cursor = page.nextCursor;
    }
    expect(seen[0]).toBe(drafted[6]);
    expect([...seen].sort()).toEqual([...drafted].sort());
  });

  it("filters by state and partnership", async () => {
    const { deps } = world();
    const { id, brand, producer } = await startedPartnership(deps);
    const other = await startedPartnership(deps, { brand });
    const milestone = await draftedMilestone(deps, brand, id);
    await draftedMilestone(deps, brand, id);
    await draftedMilestone(deps, brand, other.id);
    must(await proposeMilestone(deps, brand, { commandKey: randomUUID(), id: milestone }));
    const proposed = must(await listMilestones(deps, producer, { states: ["proposed"] }));
    expect(proposed.items).toMatchObject([
      { id: milestone, nextAction: "agree", counterparty: { id: brand.organizationId } },
    ]);
    expect(must(await listMilestones(deps, brand, {})).items).toHaveLength(3);
    expect(must(await listMilestones(deps, brand, { partnershipId: other.id })).items).toHaveLength(1);
    expect(must(await listMilestones(deps, brand, { states: [] })).items).toEqual([]);
  });

  it("refuses pages that are too long and cursors that it did not give out", async () => {
    const { deps } = world();
    const brand = await createBrand(deps);
    const forged = ["nonsense", "", Buffer.from("9999 x").toString("base64url"), "x".repeat(201)];
    for (const cursor of forged) {
      for (const list of [listMilestones, listPartnerships]) {
        expect(await list(deps, brand, { cursor })).toMatchObject({
          ok: false,
          failure: { code: "input.invalid", field: "cursor" },
        });
      }
    }
    for (const limit of [0, 101, 1.5]) {
      expect(await listMilestones(deps, brand, { limit })).toMatchObject({ failure: { field: "limit" } });
    }
  });

  it("F2: refuses a filter by somebody else's partnership", async () => {
    const { deps } = world();
    const { id } = await startedPartnership(deps);
    for (const partnershipId of [id, randomUUID()]) {
      expect(await listMilestones(deps, await createBrand(deps), { partnershipId })).toMatchObject({
        ok: false,
        failure: { code: "partnership.not_found" },
      });
    }
  });
});

describe("listPartnerships", () => {
  it("counts what is open and pages through all of them", async () => {
    const { deps, clock } = world();
    const brand = await createBrand(deps);
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      ids.push((await startedPartnership(deps, { brand, title: `Plan ${index}` })).id);
      clock.advanceBy(1_000);
    }
    await draftedMilestone(deps, brand, ids[0] ?? "");
    const first = must(await listPartnerships(deps, brand, { limit: 2 }));
    expect(views.page(views.partnershipRow).parse(first)).toEqual(first);
    const rest = must(await listPartnerships(deps, brand, { limit: 2, cursor: first.nextCursor }));
    expect([...first.items, ...rest.items].map((row) => row.id)).toEqual([...ids].reverse());
    expect(rest).toMatchObject({ items: [{ openMilestones: 1, money: [] }], nextCursor: null });
  });
});

describe("homes", () => {
  it("tell the producer what to accept and to set up, by role", async () => {
    const { deps } = world();
    const { id, producer } = await proposedPartnership(deps);
    const home = must(await getProducerHome(deps, producer, {}));
    expect(views.producerHomeView.parse(home)).toEqual(home);
    expect(home.needsYou.map(({ action, partnershipId }) => [action, partnershipId])).toEqual([
      ["onboard", id],
      ["accept_agreement", id],
    ]);
    const viewer = await addMember(deps, producer, "viewer");
    expect(must(await getProducerHome(deps, viewer, {})).needsYou).toEqual([]);
  });

  it("show when work is due within thirty days", async () => {
    const { deps } = world();
    const { id, brand, producer } = await startedPartnership(deps);
    await draftedMilestone(deps, brand, id, { title: "Soon", dueOn: "2026-12-01" });
    await draftedMilestone(deps, brand, id, { title: "Late", dueOn: "2027-02-01" });
    const home = must(await getBrandHome(deps, brand, {}));
    expect(views.brandHomeView.parse(home)).toEqual(home);
    expect(home.calendar).toMatchObject([
      { kind: "due", title: "Soon", at: new Date("2026-12-01T12:00:00Z") },
    ]);
    expect(must(await getProducerHome(deps, producer, {})).calendar).toHaveLength(1);
  });

  it("and payouts are of one side only", async () => {
    const { deps } = world();
    const [brand, producer] = [await createBrand(deps), await createProducer(deps)];
    expect(await getBrandHome(deps, producer, {})).toMatchObject({ failure: { code: "home.not_found" } });
    expect(await getProducerHome(deps, brand, {})).toMatchObject({ failure: { code: "home.not_found" } });
    expect(await listPayouts(deps, brand, {})).toMatchObject({ failure: { code: "payout.not_found" } });
    expect(must(await listPayouts(deps, producer, {}))).toEqual({ items: [], nextCursor: null });
    expect(must(await getHeldFunds(deps, brand, {}))).toMatchObject({ totals: [], milestones: [] });
  });
});

describe("quotes", () => {
  it("are refused for amounts that cannot be, in the words of the command itself", async () => {
    const { deps } = world();
    const { id: partnershipId, brand } = await startedPartnership(deps);
    const id = await draftedMilestone(deps, brand, partnershipId);
    expect(await quoteFunding(deps, brand, { id, amount: 1n, currency: "GBP" })).toMatchObject({
      failure: { code: "milestone.transition_forbidden" },
    });
    expect(await quoteRelease(deps, brand, { id, amount: 1n })).toMatchObject({
      failure: { code: "release.more_than_held", field: "amount", details: { held: "0" } },
    });
    expect(await quoteRelease(deps, brand, { id, amount: 0n })).toMatchObject({
      failure: { field: "amount" },
    });
    expect(await quoteRelease(deps, brand, asSent({ id, amount: 1 }))).toMatchObject({
      failure: { field: "amount" },
    });
  });

  it("F2: exist neither for strangers nor for made-up ids", async () => {
    const { deps } = world();
    const { id: partnershipId, brand } = await startedPartnership(deps);
    const id = await draftedMilestone(deps, brand, partnershipId);
    must(await getMilestone(deps, brand, { id }));
    const probes = [
      [await createBrand(deps), id],
      [brand, randomUUID()],
    ] as const;
    for (const [person, wanted] of probes) {
      const refused = { ok: false, failure: { code: "milestone.not_found" } };
      expect(await getMilestone(deps, person, { id: wanted })).toMatchObject(refused);
      expect(await quoteRelease(deps, person, { id: wanted, amount: 1n })).toMatchObject(refused);
      expect(await quoteFunding(deps, person, { id: wanted, amount: 1n, currency: "GBP" })).toMatchObject(
        refused,
      );
    }
  });
});
