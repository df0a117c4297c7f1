import { findPlaces, type Scope } from "@evenshare/application";
import { views } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { createBrand, createProducer, draftedMilestone, must, startedPartnership } from "../src";
import { asSent } from "./support/as-sent";
import { useTestWorld } from "./support/harness";

const world = useTestWorld();
const find = async (scope: Scope, text: string) => {
  const found = must(await findPlaces(world().deps, scope, { text }));
  expect(views.foundPlaces.parse(found)).toEqual(found);
  return found.places.map(({ title }) => title);
};

describe("findPlaces", () => {
  it("finds partnerships and milestones by title and partner, what begins with the text first", async () => {
    const { deps } = world();
    const brand = await createBrand(deps, { name: "Gasthaus" });
    const producer = await createProducer(deps, { name: "Boxwood Farm" });
    const { id } = await startedPartnership(deps, { brand, producer, title: "Harvest" });
    for (const title of ["Inboxes", "Winter box", "Box labels"])
      await draftedMilestone(deps, brand, id, { title });
    // The partner's name begins with it for the partnership and for each milestone.
    expect((await find(brand, "box")).slice(0, 2)).toEqual(["Box labels", "Harvest"]);
    expect(await find(producer, "box")).toEqual(["Box labels", "Winter box", "Inboxes"]);
    expect(await find(producer, "gast")).toContain("Harvest");
    expect(await find(producer, "winter")).toEqual(["Winter box"]);
    expect(await find(brand, "  WINTER b ")).toEqual(["Winter box"]);
    expect(await find(brand, "nothing of it")).toEqual([]);
    expect(await find(brand, " ")).toEqual([]);
  });

  it("F2: finds nothing of others", async () => {
    const { deps } = world();
    const { id, brand } = await startedPartnership(deps, { title: "Secret plan" });
    await draftedMilestone(deps, brand, id, { title: "Secret step" });
    expect(await find(brand, "secret")).toHaveLength(2);
    for (const stranger of [await createBrand(deps), await createProducer(deps)]) {
      expect(await find(stranger, "secret")).toEqual([]);
      expect(await find(stranger, "%")).toEqual([]);
    }
  });

  it("R12: takes signs of patterns and of SQL for what they are", async () => {
    const { deps } = world();
    const { id, brand } = await startedPartnership(deps, { title: "Plain" });
    await draftedMilestone(deps, brand, id, { title: String.raw`100%_\'; drop table milestone; --` });
    for (const text of ["100%", "%_", String.raw`\'`, "'; drop"])
      expect(await find(brand, text)).toHaveLength(1);
    for (const text of ["1__%", "p%n"]) expect(await find(brand, text)).toEqual([]);
    expect(await findPlaces(deps, brand, { text: "x".repeat(101) })).toMatchObject({
      failure: { code: "input.invalid", field: "text" },
    });
    expect(await findPlaces(deps, brand, asSent({ text: "a\u0000b" }))).toMatchObject({
      failure: { code: "input.invalid" },
    });
  });
});
