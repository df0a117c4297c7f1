import type { roles } from "@evenshare/domain";
import { House } from "lucide-react";
import { describe, expect, it } from "vitest";
import { actionEntries, placeEntries } from "../src/palette/portal-entries";
import { rankEntries } from "../src/palette/rank-entries";

const home = { href: "/", label: "Home", icon: House };
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
    expect(offered("brand", "owner")).toEqual([
      "start",
      "share",
      "draft-p1",
      "import-revenue",
      "new-organization",
    ]);
    expect(offered("brand", "finance")).toEqual(["share", "import-revenue", "new-organization"]);
    expect(offered("brand", "contributor")).toEqual(["draft-p1", "new-organization"]);
    expect(offered("producer", "owner")).toEqual(["draft-p1", "new-organization"]);
    for (const role of ["finance", "viewer"] as const)
      expect(offered("producer", role)).toEqual(["new-organization"]);
  });

  it("has ids of its own among all places", () => {
    const ids = placeEntries([home], { side: "brand", role: "owner" }).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("where the palette leads", () => {
  const hrefs = (side: "brand" | "producer", role: (typeof roles)[number]) =>
    placeEntries([home], { side, role }).map(({ href }) => href);

  it("F4: is every place of the side that the role may look at, those of the navigation first", () => {
    const everybody = [
      "/",
      "/notifications",
      "/notifications?show=unread",
      "/holds",
      "/settings",
      "/settings/team",
      "/settings/notifications",
      "/settings/you",
      "/settings/security",
    ];
    const books = ["/reconciliation", "/reconciliation/trial-balance", "/settings/audit"];
    expect(hrefs("brand", "owner")[0]).toBe("/");
    expect(new Set(hrefs("brand", "owner"))).toEqual(
      new Set([...everybody, ...books, "/revenue/imports", "/settings/approvals", "/settings/mail-domain"]),
    );
    expect(new Set(hrefs("brand", "contributor"))).toEqual(
      new Set([...everybody, "/revenue/imports", "/settings/approvals"]),
    );
    expect(new Set(hrefs("producer", "finance"))).toEqual(new Set([...everybody, ...books]));
    expect(new Set(hrefs("producer", "viewer"))).toEqual(new Set(everybody));
  });

  it("is found by what the place is called", () => {
    const entries = placeEntries([home], { side: "brand", role: "owner" });
    for (const [text, href] of [
      ["team", "/settings/team"],
      ["audit", "/settings/audit"],
      ["reconc", "/reconciliation"],
      ["security", "/settings/security"],
    ] as const)
      expect(rankEntries(entries, text)[0]?.href).toBe(href);
  });
});
