import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  accentColour,
  changeRole,
  checkAnswer,
  checkLink,
  contrastOf,
  dayIn,
  endMembership,
  expiryOfInvitation,
  maxLogoBytes,
  readLogoType,
  roles,
  type TeamMember,
} from "../src";

const now = new Date("2026-11-23T10:00:00.000Z");

describe("the team", () => {
  it("F4: always keeps an owner, whatever is done to whom in which order", () => {
    const people = ["a", "b", "c", "d"];
    const step = fc.record({
      userId: fc.constantFrom(...people, "nobody"),
      role: fc.option(fc.constantFrom(...roles), { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...roles), { minLength: 3, maxLength: 3 }),
        fc.array(step),
        (rest, steps) => {
          let team: TeamMember[] = people.map((userId, index) => ({
            userId,
            role: rest[index - 1] ?? "owner",
          }));
          for (const { userId, role } of steps) {
            const decided = role === null ? endMembership(team, userId) : changeRole(team, userId, role);
            if (!decided.ok) continue;
            team = team.flatMap((member) => {
              if (member.userId !== userId) return [member];
              return role === null ? [] : [{ userId, role }];
            });
          }
          expect(team.some(({ role }) => role === "owner")).toBe(true);
        },
      ),
    );
  });

  it("F4: says why: nobody of that name, or the last owner", () => {
    const team = [{ userId: "a", role: "owner" }] as const;
    expect(endMembership(team, "b")).toMatchObject({ failure: { code: "member.not_found" } });
    expect(endMembership(team, "a")).toMatchObject({ failure: { code: "member.last_owner" } });
    expect(changeRole(team, "a", "viewer")).toMatchObject({ failure: { code: "member.last_owner" } });
    expect(changeRole(team, "a", "owner")).toMatchObject({ ok: true });
  });
});

describe("an invitation", () => {
  const open = {
    status: "pending",
    expiresAt: expiryOfInvitation(now),
    email: "ada@example.test",
    acceptedByUserId: null,
    replaced: false,
  } as const;

  it("F5: is good for 30 days to the millisecond", () => {
    expect(checkLink(open, new Date(open.expiresAt.getTime() - 1)).ok).toBe(true);
    expect(checkLink(open, open.expiresAt)).toMatchObject({ failure: { code: "invitation.expired" } });
  });

  it.each([
    [{ status: "accepted" }, "invitation.used"],
    [{ status: "declined" }, "invitation.declined"],
    [{ status: "revoked" }, "invitation.revoked"],
    [{ replaced: true }, "invitation.replaced"],
    [{ status: "expired" }, "invitation.expired"],
    [{ status: "accepted", replaced: true }, "invitation.used"],
  ] as const)("F5: %j says %s", (change, code) => {
    expect(checkLink({ ...open, ...change }, now)).toMatchObject({ failure: { code } });
    const ada = { userId: "ada", email: "ADA@example.test" };
    expect(checkAnswer("accepted", { ...open, ...change }, ada, now)).toMatchObject({ failure: { code } });
  });

  it("F5: is for its address alone, and repeated for whom it was", () => {
    const ada = { userId: "ada", email: "Ada@Example.test" };
    expect(checkAnswer("accepted", open, ada, now)).toEqual({ ok: true, value: { repeated: false } });
    const done = { ...open, status: "accepted", acceptedByUserId: "ada" } as const;
    expect(checkAnswer("accepted", done, ada, now)).toEqual({ ok: true, value: { repeated: true } });
    expect(checkAnswer("accepted", open, { userId: "eve", email: "eve@example.test" }, now)).toMatchObject({
      failure: { code: "invitation.for_another", details: { email: "ada@example.test" } },
    });
  });
});

describe("how an organization looks", () => {
  it("F10: colours are those that white can be read on", () => {
    expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrastOf("#ffffff", "#ffffff")).toBeCloseTo(1, 5);
    // The lightest grey that passes, and the next one.
    expect(accentColour.safeParse("#767676").success).toBe(true);
    expect(accentColour.safeParse("#777777").success).toBe(false);
    expect(accentColour.parse("#1F3A8A")).toBe("#1f3a8a");
  });

  it("F10: logos are known by their bytes", () => {
    const webp = [0x52, 0x49, 0x46, 0x46, 9, 9, 9, 9, 0x57, 0x45, 0x42, 0x50];
    const kinds = [
      [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "image/png"],
      [[0xff, 0xd8, 0xff, 0xe0], "image/jpeg"],
      [webp, "image/webp"],
    ] as const;
    for (const [bytes, type] of kinds)
      expect(readLogoType(new Uint8Array(bytes))).toEqual({ ok: true, value: type });
    for (const text of ["<svg/>", "GIF89a", "\x89PNX"]) {
      expect(readLogoType(new TextEncoder().encode(text))).toMatchObject({
        failure: { code: "logo.not_a_picture" },
      });
    }
    expect(readLogoType(new Uint8Array())).toMatchObject({ failure: { code: "logo.empty" } });
    expect(readLogoType(new Uint8Array(maxLogoBytes + 1))).toMatchObject({
      failure: { code: "logo.too_large" },
    });
  });
});

it("F5: the day earning starts is the place's own", () => {
  const late = new Date("2026-11-30T20:00:00Z");
  expect([dayIn("Asia/Tokyo", late), dayIn("America/Los_Angeles", late)]).toEqual([
    "2026-12-01",
    "2026-11-30",
  ]);
});
