import { describe, expect, test } from "vitest";
import {
  expireReview,
  remindReview,
  requestRevision,
  reviewDeadlines,
  reviewEnd,
  submitMilestone,
} from "../src";
import { contextOf, snapshotOf, submittedSnapshot } from "./snapshots";

const criteria = snapshotOf().criteria.map(({ id }) => ({ criterionId: id, met: true, note: "" }));
const delivery = { note: "Here it is", links: [], fileIds: [], criteria };

describe("the review window", () => {
  test("F48: submitting sets reminders 7, 3 and 1 days before the end, and the release at the end", () => {
    const result = submitMilestone(snapshotOf(), delivery, contextOf("producer"));
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value.patch).toMatchObject({
      state: "submitted",
      submissionVersion: 1,
      reviewEndsAt: new Date("2026-03-24T12:00:00Z"),
    });
    expect(
      result.value.deadlines?.set.map(({ kind, dueAt, daysBefore }) => [
        kind,
        dueAt.toISOString(),
        daysBefore,
      ]),
    ).toEqual([
      ["review.reminder", "2026-03-17T12:00:00.000Z", 7],
      ["review.reminder", "2026-03-21T12:00:00.000Z", 3],
      ["review.reminder", "2026-03-23T12:00:00.000Z", 1],
      ["review.release", "2026-03-24T12:00:00.000Z", null],
    ]);
  });

  test("F48: a window of three days has no reminder a week before", () => {
    const now = new Date("2026-03-10T12:00:00Z");
    const deadlines = reviewDeadlines(now, new Date("2026-03-13T12:00:00Z"), () => "id");
    expect(deadlines.map(({ daysBefore }) => daysBefore)).toEqual([1, null]);
  });

  test.each([
    ["Europe/London", "2026-03-20T17:00:00Z", 14, "2026-04-03T16:00:00.000Z"],
    ["Europe/London", "2026-10-20T16:00:00Z", 14, "2026-11-03T17:00:00.000Z"],
    ["America/New_York", "2026-03-01T22:00:00Z", 14, "2026-03-15T21:00:00.000Z"],
    ["Asia/Tokyo", "2026-03-20T08:00:00Z", 14, "2026-04-03T08:00:00.000Z"],
    ["Europe/Berlin", "2028-02-20T11:00:00Z", 10, "2028-03-01T11:00:00.000Z"],
    ["Australia/Lord_Howe", "2026-04-01T01:00:00Z", 7, "2026-04-08T01:30:00.000Z"],
  ])("R8: in %s a window from %s of %i days ends at the same local hour", (zone, from, days, until) => {
    expect(reviewEnd(new Date(from), days, zone).toISOString()).toBe(until);
  });

  test("F49: exactly at its end the money goes, one second and one millisecond before it does not", () => {
    const snapshot = submittedSnapshot();
    const at = (instant: string) => expireReview(snapshot, contextOf("clock", new Date(instant)));
    expect(at("2026-03-24T11:59:59Z")).toEqual({ ok: true, value: null });
    expect(at("2026-03-24T11:59:59.999Z")).toEqual({ ok: true, value: null });
    const released = at("2026-03-24T12:00:00Z");
    expect(released).toMatchObject({
      ok: true,
      value: { patch: { state: "releasing" }, release: { trigger: "review_expired", gross: 100_000n } },
    });
  });

  test.each(["revision_requested", "in_progress", "released"] as const)(
    "F49: nothing goes by itself while the work is %s",
    (state) => {
      const snapshot = submittedSnapshot({ state });
      expect(expireReview(snapshot, contextOf("clock", new Date("2026-04-24T12:00:00Z")))).toEqual({
        ok: true,
        value: null,
      });
    },
  );

  test("F48: a reminder says the amount and the exact instant; after the end there is none", () => {
    const snapshot = submittedSnapshot();
    const reminder = remindReview(snapshot, 3, contextOf("clock", new Date("2026-03-21T12:00:00Z")));
    expect(reminder).toMatchObject({
      ok: true,
      value: {
        messages: [
          {
            template: "review.reminder",
            toOrganizationId: snapshot.brand.id,
            data: { daysLeft: "3", dueAt: "2026-03-24T12:00:00.000Z", amount: "100000" },
          },
        ],
      },
    });
    expect(remindReview(snapshot, 1, contextOf("clock", new Date("2026-03-24T12:00:00Z")))).toEqual({
      ok: true,
      value: null,
    });
  });
});

describe("submitting and asking for changes", () => {
  test("F47: every criterion is answered exactly once", () => {
    const [first] = criteria;
    if (first === undefined) throw new Error("no criterion");
    for (const answers of [
      [],
      [first],
      [first, first],
      [...criteria, { ...first, criterionId: "unknown" }],
    ]) {
      expect(
        submitMilestone(snapshotOf(), { ...delivery, criteria: answers }, contextOf("producer")),
      ).toMatchObject({
        ok: false,
        failure: { code: "submission.criteria_incomplete", field: "criteria" },
      });
    }
  });

  test("F47: after a request for changes the next version starts the window in full again", () => {
    const snapshot = snapshotOf({ state: "revision_requested", submissionVersion: 1, revisionRound: 1 });
    const result = submitMilestone(
      snapshot,
      delivery,
      contextOf("producer", new Date("2026-04-01T09:00:00Z")),
    );
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value.transitions.map(({ event }) => event)).toEqual(["resume", "submit"]);
    expect(result.value.submission?.version).toBe(2);
    expect(result.value.patch.reviewEndsAt).toEqual(new Date("2026-04-15T09:00:00Z"));
  });

  test("a request for changes names failed criteria, counts a round and stops the clock", () => {
    const [first] = snapshotOf().criteria;
    const failed = [{ criterionId: first?.id ?? "", comment: "Only eleven" }];
    const result = requestRevision(submittedSnapshot(), { note: "", failed }, contextOf("brand"));
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value.patch).toEqual({ state: "revision_requested", revisionRound: 1, reviewEndsAt: null });
    expect(result.value.deadlines).toEqual({ cancel: ["review.reminder", "review.release"], set: [] });
    expect(result.value.messages?.[0]?.data.failedCriteria).toBe("Twelve boxes");
  });

  test.each([
    ["no criterion", [], "revision.no_criterion_named"],
    [
      "a criterion of another milestone",
      [{ criterionId: "elsewhere", comment: "" }],
      "revision.criterion_unknown",
    ],
  ])("a request for changes that names %s is refused", (_what, failed, code) => {
    expect(requestRevision(submittedSnapshot(), { note: "", failed }, contextOf("brand"))).toMatchObject({
      ok: false,
      failure: { code, field: "failed" },
    });
  });

  test("beyond the included rounds a request is refused with their number", () => {
    const [first] = snapshotOf().criteria;
    const failed = [{ criterionId: first?.id ?? "", comment: "" }];
    const result = requestRevision(
      submittedSnapshot({ revisionRound: 2 }),
      { note: "", failed },
      contextOf("brand"),
    );
    expect(result).toMatchObject({
      ok: false,
      failure: { code: "revision.rounds_used_up", details: { included: "2" } },
    });
  });
});
