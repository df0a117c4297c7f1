import { must, proposedPartnership, testTerms } from "@evenshare/testing";
import { describe, expect, it } from "vitest";
import { getPartnership } from "../src";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();

describe("startPartnership", () => {
  it("starts with the first version of the agreement, proposed, with the platform's fee", async () => {
    const { deps } = world();
    const { id, brand, producer } = await proposedPartnership(deps, { terms: { reviewDays: 7 } });
    const seen = must(await getPartnership(deps, producer, { id }));
    expect(seen).toMatchObject({
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
  });
});
