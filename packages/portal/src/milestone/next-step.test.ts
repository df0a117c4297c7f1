import { milestoneStates } from "@evenshare/domain";
import { describe, expect, it } from "vitest";
import { milestoneView, moneySplit } from "../../test/milestone-view";
import { coverage, orderActions } from "./actions";
import { nextStep } from "./next-step";

const money = (amount: bigint) => `£${amount / 100n}`;
const tell = (side: "brand" | "producer", change: Parameters<typeof milestoneView>[0]) =>
  nextStep({
    milestone: milestoneView(change),
    side,
    other: side === "brand" ? "Wiesen Farm" : "Gasthaus",
    money,
  });

describe("nextStep", () => {
  const endsAt = new Date("2026-12-06T17:00:00Z");
  const inReview = {
    state: "submitted",
    money: moneySplit(50_000n, 50_000n, 10_000n),
    reviewEndsAt: endsAt,
  } as const;

  it("F49: names the exact instant and amount of the automatic release, and what would stop it, to each side", () => {
    expect(tell("brand", inReview)).toMatchObject({
      kind: "clock",
      at: endsAt,
      event: "Releases £400 automatically",
      unless: "unless you ask for changes",
    });
    expect(tell("producer", inReview)).toMatchObject({ unless: "unless Gasthaus asks for changes" });
  });

  it("says that a release waits, why, that the money stays held, and when it is tried again", () => {
    const retry = new Date("2026-11-23T10:00:00Z");
    const blocked = {
      state: "releasing_blocked",
      money: moneySplit(50_000n, 50_000n, 0n),
      blockedReason: "onboarding_incomplete",
      upcoming: [{ at: retry, kind: "release.retry" }],
    } satisfies Parameters<typeof milestoneView>[0];
    const step = tell("brand", blocked);
    expect(step).toMatchObject({ kind: "clock", at: retry, tone: "risk" });
    expect(step).toMatchObject({
      unless: expect.stringContaining("Wiesen Farm has not finished setting up payouts."),
    });
    expect(tell("producer", blocked)).toMatchObject({
      unless: expect.stringContaining("The money stays held for you"),
    });
  });

  it("passes the provider's own reason on in its words", () => {
    const step = tell("brand", { state: "releasing_blocked", blockedReason: "Card issuer is closed" });
    expect(step).toMatchObject({ kind: "note", body: expect.stringContaining("Card issuer is closed.") });
  });

  it("tells a producer before money is held that work is unprotected", () => {
    expect(tell("producer", { state: "agreed" })).toMatchObject({
      body: expect.stringContaining("unprotected"),
    });
  });

  it.each(milestoneStates.flatMap((state) => [["brand", state] as const, ["producer", state] as const]))(
    "has whole sentences for a %s in state %s",
    (side, state) => {
      const step = tell(side, { state });
      const words = step.kind === "note" ? [step.title, step.body] : [step.event, step.unless];
      for (const word of words) expect(word).toMatch(/\S/);
      expect(words.join(" ")).not.toMatch(/undefined|null|escrow/i);
    },
  );
});

describe("coverage", () => {
  it("F44: says which part is held and that work above it is unprotected", () => {
    const milestone = milestoneView({ state: "part_funded", money: moneySplit(50_000n, 30_000n, 0n) });
    expect(coverage(milestone, money)).toBe("£300 of £500 is held; work above it is unprotected.");
  });

  it("does not call released money held", () => {
    const milestone = milestoneView({ state: "in_progress", money: moneySplit(50_000n, 30_000n, 10_000n) });
    expect(coverage(milestone, money)).toBe(
      "£300 of £500 is funded, £200 of it still held; work above it is unprotected.",
    );
  });

  it("is silent when all is funded, nothing is, or the work is done", () => {
    expect(coverage(milestoneView({ money: moneySplit(50_000n, 50_000n, 0n) }), money)).toBeNull();
    expect(coverage(milestoneView(), money)).toBeNull();
    expect(
      coverage(milestoneView({ state: "accepted", money: moneySplit(50_000n, 30_000n, 30_000n) }), money),
    ).toBeNull();
  });
});

describe("orderActions", () => {
  it("makes the server's next action the primary one and orders the rest", () => {
    expect(
      orderActions({ actions: ["release_part", "request_revision", "accept"], nextAction: "accept" }),
    ).toEqual({
      primary: "accept",
      others: ["request_revision", "release_part"],
    });
  });

  it("never offers what the server does not allow", () => {
    expect(orderActions({ actions: [], nextAction: "accept" })).toEqual({ primary: null, others: [] });
  });
});
