import { getPartnership, listPartnerships } from "@evenshare/application";
import { describe, expect, it } from "vitest";
import { createBrand, createProducer, must, proposedPartnership, testTerms } from "../src";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();

describe("getPartnership", () => {
  it("shows the first version of the agreement, with the platform's fee, to both sides' eyes", async () => {
    const { deps } = world();
    const { id, brand, producer } = await proposedPartnership(deps, { terms: { reviewDays: 7 } });
    expect(must(await getPartnership(deps, producer, { id }))).toMatchObject({
      id,
      title: "Harvest box",
      brand: { id: brand.organizationId, kind: "brand" },
      producer: { id: producer.organizationId, kind: "producer" },
      counterparty: { id: brand.organizationId },
      agreementStatus: "proposed",
      agreement: { version: 1, status: "proposed", terms: { ...testTerms, reviewDays: 7, feeBp: 250 } },
      canAccept: true,
      canDraft: true,
      payeeReady: false,
      openMilestones: 0,
      money: [],
      nextDate: null,
    });
    expect(must(await getPartnership(deps, brand, { id })).canAccept).toBe(false);
    expect(must(await listPartnerships(deps, brand, {})).items.map((row) => row.id)).toEqual([id]);
  });

  it("F2: shows nothing of it to others", async () => {
    const { deps } = world();
    const { id } = await proposedPartnership(deps);
    for (const stranger of [await createBrand(deps), await createProducer(deps)]) {
      expect(await getPartnership(deps, stranger, { id })).toMatchObject({
        ok: false,
        failure: { code: "partnership.not_found" },
      });
      expect(must(await listPartnerships(deps, stranger, {})).items).toEqual([]);
    }
  });
});
