import type { roles } from "@evenshare/domain";
import { House } from "lucide-react";
import { describe, expect, it } from "vitest";
import { actionEntries, placeEntries } from "../src/palette/portal-entries";
import { rankEntries } from "../src/palette/rank-entries";

const labelled = (labels: readonly string[]) => labels.map((label) => ({ label }));
const found = (labels: readonly string[], text: string) =>
  rankEntries(labelled(labels), text).map(({ label }) => label);

describe("what matches in the palette", () => {
  it("stands in the order: begins with it, a word begins with it, holds it", () => {
    const labels = ["Resettlement", "My settings", "Settings", "Home"];
    expect(found(labels, "set")).toEqual(["Settings", "My settings", "Resettlement"]);
  });

  it("is found whatever its accents, case and punctuation, and by words in any order", () => {
    expect(found(["Café · Göteborg"], "cafe goteborg")).toEqual(["Café · Göteborg"]);
    expect(found(["Settings · Notifications"], "notif sett")).toEqual(["Settings · Notifications"]);
    expect(found(["Home"], "x")).toEqual([]);
    expect(found(["Home", "Away"], "  ")).toEqual(["Home", "Away"]);
  });
});

describe("what the palette offers to begin", () => {
  const partnerships = [{ id: "p1", title: "Harvest", partner: "Ada" }];
  const offered = (side: "brand" | "producer", role: (typeof roles)[number]) =>
    actionEntries({ side, role, partnerships }).map(({ id }) => id);

  it("F4: is what the role may do", () => {
    expect(offered("brand", "owner")).toEqual(["start", "draft-p1", "new-organization"]);
    expect(offered("brand", "contributor")).toEqual(["draft-p1", "new-organization"]);
    expect(offered("producer", "owner")).toEqual(["draft-p1", "new-organization"]);
    for (const role of ["finance", "viewer"] as const)
      expect(offered("producer", role)).toEqual(["new-organization"]);
  });

  it("has ids of its own among all places", () => {
    const ids = placeEntries([{ href: "/", label: "Home", icon: House }]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
