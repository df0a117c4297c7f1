import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ApprovalFacts,
  type ApprovalLimits,
  type ApprovalRequest,
  acceptMilestone,
  approvalEvents,
  approvalStatuses,
  approveRelease,
  askSecondPerson,
  countedAmount,
  declineRequest,
  expireRequest,
  followApproval,
  lapseAfter,
  type MilestoneSnapshot,
  noApprovals,
  type ReleaseAct,
  releasePart,
  requestRevision,
  withdrawRequest,
} from "../src";
import { contextOf, submittedSnapshot } from "./snapshots";

const maker = { userId: "brand-user", name: "Owen" };
const second = { userId: "second", name: "Maggie" };
const gbp: ApprovalLimits = [{ currency: "GBP", amount: 50_000n }];
const members: ApprovalFacts["members"] = [
  { userId: maker.userId, role: "approver" },
  { userId: second.userId, role: "owner" },
];
const later = new Date("2026-03-17T12:00:00Z");

function waitingFor(act: ReleaseAct, change: Partial<ApprovalRequest<ReleaseAct>> = {}) {
  return {
    id: "request",
    kind: "milestone.release",
    status: "waiting",
    currency: "GBP",
    amount: 100_000n,
    act,
    maker,
    expiresAt: later,
    ...change,
  } as const;
}
const acceptAct = { step: "accept", expectedHeld: 100_000n, later: 0n } as const;

function snapshot(approvals: Partial<ApprovalFacts>, change: Partial<MilestoneSnapshot> = {}) {
  return submittedSnapshot({ approvals: { ...noApprovals, limits: gbp, members, ...approvals }, ...change });
}

/** A second person acts; everything else as in other decisions. */
const bySecond = (now?: Date) => ({
  ...contextOf("brand", now),
  actor: { kind: "person", userId: second.userId, organizationId: "b", ip: null } as const,
});

describe("a request's machine", () => {
  const ends = {
    approve: "approved",
    decline: "declined",
    withdraw: "withdrawn",
    expire: "expired",
    void: "void",
  } as const;

  it.each(approvalStatuses.flatMap((status) => approvalEvents.map((event) => [status, event] as const)))(
    "R14: %s, %s",
    (status, event) => {
      const next = followApproval(status, event);
      if (status === "waiting") expect(next).toEqual({ ok: true, value: ends[event] });
      else
        expect(next).toEqual({ ok: false, failure: { code: "approval.not_waiting", details: { status } } });
    },
  );
});

describe("askSecondPerson", () => {
  const ask = (facts: Partial<ApprovalFacts>, change: Partial<MilestoneSnapshot> = {}) =>
    askSecondPerson(snapshot(facts, change), { step: "accept", amount: 100_000n }, maker, contextOf("brand"));

  it("R14 F4: lodges what was seen, until the review window ends at the latest, and tells all but the maker", () => {
    const asked = ask({});
    if (!asked.ok || asked.value === null) throw new Error("nothing was asked");
    expect(asked.value.lodge).toMatchObject({
      kind: "milestone.release",
      amount: 100_000n,
      limit: 50_000n,
      act: { step: "accept", expectedHeld: 100_000n, later: 0n },
      expiresAt: later,
    });
    expect(asked.value.messages).toMatchObject([
      { template: "approval.requested", toRoles: ["owner", "approver"], exceptUserId: maker.userId },
    ]);
    const soon = ask({}, { reviewEndsAt: new Date("2026-03-11T12:00:00Z") });
    expect(soon).toMatchObject({ value: { lodge: { expiresAt: new Date("2026-03-11T12:00:00Z") } } });
  });

  it("R14: asks nobody within the limit, and refuses a second request while one waits", () => {
    expect(ask({ limits: [] })).toEqual({ ok: true, value: null });
    expect(ask({ limits: [{ currency: "GBP", amount: 100_000n }] })).toEqual({ ok: true, value: null });
    expect(ask({ waiting: waitingFor(acceptAct) })).toMatchObject({
      ok: false,
      failure: { code: "approval.already_waiting", details: { maker: "Owen" } },
    });
  });

  it("R14: accepting counts what is still to be funded, which follows by itself; with nothing left to go it asks nobody", () => {
    const funded = {
      funded: 10_000n,
      held: 10_000n,
      feeHeld: 0n,
      released: 0n,
      inFlight: 0n,
      refunded: 0n,
      paidOut: 0n,
    };
    const wanted = { step: "accept", amount: 10_000n } as const;
    expect(countedAmount(snapshot({}, { money: funded }), wanted, maker.userId)).toBe(100_000n);
    const gone = { ...funded, funded: 100_000n, held: 0n, released: 100_000n };
    const nothing = askSecondPerson(
      snapshot({ releasedAlone: [{ userId: maker.userId, amount: 100_000n }] }, { money: gone }),
      { step: "accept", amount: 0n },
      maker,
      contextOf("brand"),
    );
    expect(nothing).toEqual({ ok: true, value: null });
  });

  it("R14: however a sum is cut, one person alone never lets go of more than the limit", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 30_000n), { minLength: 1, maxLength: 12 }), (parts) => {
        let alone = 0n;
        let held = 400_000n;
        for (const amount of parts) {
          const facts = { releasedAlone: [{ userId: maker.userId, amount: alone }] };
          const money = {
            funded: 400_000n,
            held,
            feeHeld: 0n,
            released: 0n,
            inFlight: 0n,
            refunded: 0n,
            paidOut: 0n,
          };
          const asked = askSecondPerson(
            snapshot(facts, { money, amount: 400_000n }),
            { step: "release_part", amount },
            maker,
            contextOf("brand"),
          );
          if (!asked.ok) throw new Error(asked.failure.code);
          if (asked.value !== null) continue;
          alone += amount;
          held -= amount;
        }
        expect(alone <= 50_000n).toBe(true);
      }),
    );
  });
});

describe("approveRelease", () => {
  const approve = (
    facts: Partial<ApprovalFacts>,
    change: Partial<MilestoneSnapshot> = {},
    by = second,
    now?: Date,
  ) =>
    approveRelease(
      snapshot({ waiting: waitingFor(acceptAct), ...facts }, change),
      "request",
      by,
      bySecond(now),
    );

  it("R14: carries the release out with the approval", () => {
    expect(approve({})).toMatchObject({
      ok: true,
      value: {
        change: { release: { gross: 100_000n } },
        approval: { settle: { status: "approved", decidedBy: second, releaseId: expect.any(String) } },
      },
    });
  });

  it("R14: never by the one who asked, whatever role they have by now; nor by somebody who may not release any more", () => {
    const promoted = members.map((member) => ({ ...member, role: "owner" as const }));
    expect(approve({ members: promoted }, {}, maker)).toMatchObject({
      failure: { code: "approval.own_request" },
    });
    for (const role of ["finance", "contributor", "viewer"] as const) {
      const demoted = [members[0] ?? { userId: "", role }, { userId: second.userId, role }];
      expect(approve({ members: demoted })).toMatchObject({ failure: { code: "permission.denied" } });
    }
    expect(approve({ members: members.slice(0, 1) })).toMatchObject({
      failure: { code: "permission.denied" },
    });
    expect(approve({ waiting: null })).toMatchObject({ failure: { code: "approval.not_waiting" } });
  });

  it.each([
    ["maker_left", { members: members.slice(1) }, {}],
    ["amount_changed", { waiting: waitingFor({ ...acceptAct, expectedHeld: 90_000n }) }, {}],
    ["milestone_moved_on", {}, { state: "revision_requested" }],
  ] as const)("R14: %s makes it void, and nothing moves", (reason, facts, change) => {
    expect(approve(facts, change)).toMatchObject({
      ok: true,
      value: { change: null, approval: { settle: { status: "void", reason, decidedBy: null } } },
    });
  });

  it("R14: at its last instant it has expired, a moment before it has not", () => {
    expect(approve({}, {}, second, later)).toMatchObject({
      value: { change: null, approval: { settle: { status: "expired", reason: "expired" } } },
    });
    const before = new Date(later.getTime() - 1);
    expect(approve({}, {}, second, before)).toMatchObject({
      value: { approval: { settle: { status: "approved" } } },
    });
  });

  it("a producer who cannot be paid at the moment leaves a part waiting", () => {
    const waiting = waitingFor(
      { step: "release_part", expectedHeld: 100_000n, later: 0n },
      { amount: 60_000n },
    );
    expect(approve({ waiting }, { payee: { payable: false, reason: "no_account" } })).toMatchObject({
      ok: false,
      failure: { code: "payee.not_payable" },
    });
  });
});

describe("lapseAfter", () => {
  const facts = { waiting: waitingFor(acceptAct) };
  const lapse = (change: ReturnType<typeof acceptMilestone>, side: "brand" | "clock") => {
    if (!change.ok) throw new Error(change.failure.code);
    return lapseAfter(snapshot(facts), change.value, contextOf(side))?.settle?.reason ?? null;
  };

  it("R14: the clock's release, another held amount and a request for changes each end what waits, with the reason", () => {
    const by = contextOf("brand");
    const clock = acceptMilestone(
      snapshot(facts),
      { trigger: "review_expired", expectedHeld: null },
      contextOf("clock"),
    );
    expect(lapse(clock, "clock")).toBe("review_ended");
    const part = { amount: 1_000n, currency: "GBP", expectedHeld: 100_000n };
    expect(lapse(releasePart(snapshot(facts), part, by), "brand")).toBe("amount_changed");
    const [criterion] = snapshot(facts).criteria;
    const failed = [{ criterionId: criterion?.id ?? "", comment: "Eleven" }];
    expect(lapse(requestRevision(snapshot(facts), { note: "", failed }, by), "brand")).toBe(
      "milestone_moved_on",
    );
  });

  it("what concerns neither leaves it waiting", () => {
    const change = { transitions: [], patch: { state: "submitted" }, audit } as const;
    expect(lapseAfter(snapshot(facts), change, contextOf("clock"))).toBeNull();
    expect(lapseAfter(snapshot({}), change, contextOf("clock"))).toBeNull();
  });
});

const audit = { action: "review.remind", before: {}, after: {}, reason: null };
const scene = {
  now: new Date("2026-03-10T12:00:00Z"),
  members: [
    { userId: maker.userId, role: "owner" },
    { userId: second.userId, role: "owner" },
  ],
  setting: { organizationId: "b", data: {} },
  newId: () => "id",
} as const;

describe("declining, withdrawing, expiring", () => {
  const request = waitingFor(acceptAct);

  it("R14: a second person declines, the maker withdraws, and neither does the other's part", () => {
    expect(declineRequest(request, second, "Not yet", scene)).toMatchObject({
      value: { settle: { status: "declined", reason: "Not yet", decidedBy: second } },
    });
    expect(declineRequest(request, maker, "Not yet", scene)).toMatchObject({
      failure: { code: "approval.own_request" },
    });
    expect(withdrawRequest(request, maker)).toMatchObject({ value: { settle: { status: "withdrawn" } } });
    expect(withdrawRequest(request, second)).toMatchObject({ failure: { code: "approval.not_yours" } });
  });

  it("expires exactly at its last instant, once", () => {
    expect(expireRequest(request, scene)).toBeNull();
    expect(expireRequest(request, { ...scene, now: later })?.settle?.status).toBe("expired");
    expect(expireRequest({ ...request, status: "approved" }, { ...scene, now: later })).toBeNull();
  });
});
