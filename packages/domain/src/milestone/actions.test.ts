import { describe, expect, it } from "vitest";
import { type OrganizationKind, organizationKinds, type Role, roles } from "../organization/role";
import { type ActionFacts, allowedActions, nextAction } from "./actions";
import { type MilestoneState, milestoneStates } from "./state";

const facts: ActionFacts = {
  state: "draft",
  drafted: true,
  agreementAccepted: true,
  funded: 0n,
  held: 0n,
  toFund: 50_000n,
  toRepay: 0n,
  minimumStart: 50_000n,
  revisionRound: 0,
  includedRevisions: 2,
  payeePayable: true,
  offer: null,
  waiting: null,
};

function actionsOf(kind: OrganizationKind, role: Role, change: Partial<ActionFacts>) {
  return allowedActions({ kind, role }, { ...facts, ...change });
}

describe("allowedActions", () => {
  it("F43: the drafting side edits and proposes, the other side answers", () => {
    expect(actionsOf("brand", "owner", { state: "draft" })).toEqual(["edit", "propose"]);
    expect(actionsOf("producer", "owner", { state: "draft", drafted: false })).toEqual([]);
    expect(actionsOf("brand", "owner", { state: "proposed" })).toEqual(["withdraw"]);
    expect(actionsOf("producer", "owner", { state: "proposed", drafted: false })).toEqual([
      "decline",
      "agree",
    ]);
  });

  it("offers no agreement to a milestone while the agreement itself is not accepted", () => {
    const waiting = { state: "proposed", drafted: false, agreementAccepted: false } as const;
    expect(actionsOf("producer", "owner", waiting)).toEqual(["decline"]);
  });

  it("F44: work starts only when the agreed share is funded", () => {
    const short = { state: "part_funded", funded: 49_999n, held: 49_999n } as const;
    expect(actionsOf("producer", "contributor", short)).toEqual([]);
    expect(actionsOf("producer", "contributor", { ...short, funded: 50_000n })).toEqual(["start"]);
  });

  it("F44: offers no funding beyond the agreed amount", () => {
    expect(actionsOf("brand", "finance", { state: "agreed" })).toEqual(["fund"]);
    expect(actionsOf("brand", "finance", { state: "agreed", toFund: 0n })).toEqual([]);
  });

  it("F47: after a request for changes the producer submits again", () => {
    expect(actionsOf("producer", "contributor", { state: "revision_requested" })).toContain("submit");
  });

  it("offers no request for changes beyond the included rounds", () => {
    const submitted = { state: "submitted", held: 500n, toFund: 0n } as const;
    const others = ["accept", "release_part", "offer_remainder"];
    expect(actionsOf("brand", "owner", submitted)).toEqual(["request_revision", ...others]);
    expect(actionsOf("brand", "owner", { ...submitted, revisionRound: 2 })).toEqual(others);
  });

  it("F52: an offer about held money is answered by the other side alone, and withdrawn by its own", () => {
    const held = { state: "funded", held: 500n } as const;
    const about = (offer: "own_side" | "other_side" | null) =>
      actionsOf("producer", "owner", { ...held, offer }).filter((action) => action.endsWith("_remainder"));
    expect(about(null)).toEqual(["offer_remainder"]);
    expect(about("other_side")).toEqual(["agree_remainder", "decline_remainder"]);
    expect(about("own_side")).toEqual(["withdraw_remainder"]);
    expect(actionsOf("producer", "contributor", { ...held, offer: "other_side" })).not.toContain(
      "agree_remainder",
    );
    expect(actionsOf("brand", "owner", { state: "accepted", held: 500n })).not.toContain("offer_remainder");
  });

  it("offers a part only of money that can be divided and can arrive", () => {
    expect(actionsOf("brand", "approver", { state: "funded", held: 1n })).not.toContain("release_part");
    expect(actionsOf("brand", "approver", { state: "funded", held: 2n })).toContain("release_part");
    expect(actionsOf("brand", "approver", { state: "funded", held: 2n, payeePayable: false })).not.toContain(
      "release_part",
    );
  });

  it("lets a viewer do nothing in any state", () => {
    for (const state of milestoneStates) {
      for (const kind of organizationKinds) {
        for (const drafted of [true, false]) {
          expect(actionsOf(kind, "viewer", { state, drafted, funded: 50_000n, held: 50_000n })).toEqual([]);
        }
      }
    }
  });

  it("never lets the producer move the brand's money, nor the brand do the producer's work", () => {
    const brandOnly = ["fund", "request_revision", "accept", "release_part"];
    const producerOnly = ["start", "submit"];
    for (const state of milestoneStates) {
      for (const role of roles) {
        const change = { state, funded: 50_000n, held: 50_000n, drafted: false };
        expect(actionsOf("producer", role, change).filter((action) => brandOnly.includes(action))).toEqual(
          [],
        );
        expect(actionsOf("brand", role, change).filter((action) => producerOnly.includes(action))).toEqual(
          [],
        );
      }
    }
  });
});

describe("nextAction", () => {
  it.each<[OrganizationKind, MilestoneState, boolean, string | null]>([
    ["brand", "draft", true, "propose"],
    ["producer", "proposed", false, "agree"],
    ["brand", "proposed", true, null],
    ["brand", "agreed", true, "fund"],
    ["producer", "funded", false, "start"],
    ["producer", "in_progress", false, "submit"],
    ["brand", "submitted", true, "accept"],
    ["producer", "submitted", false, null],
    ["producer", "revision_requested", false, "submit"],
    ["brand", "released", true, null],
  ])("for the %s at %s (drafted: %s) is %s", (kind, state, drafted, expected) => {
    const funded = state === "agreed" ? 0n : 50_000n;
    const allowed = actionsOf(kind, "owner", {
      state,
      drafted,
      funded,
      held: funded,
      toFund: 50_000n - funded,
    });
    expect(nextAction(allowed)).toBe(expected);
  });
});
