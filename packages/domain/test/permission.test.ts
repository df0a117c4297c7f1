import { expect, test } from "vitest";
import {
  isAllowed,
  isOpenToUnverified,
  organizationKinds,
  permissions,
  roles,
  wantsRecentProof,
} from "../src";

test("letting money go needs an approver or an owner of the brand", () => {
  const allowed = organizationKinds.flatMap((kind) =>
    roles.filter((role) => isAllowed("milestone.release", kind, role)).map((role) => `${kind} ${role}`),
  );
  expect(allowed).toEqual(["brand owner", "brand approver"]);
});

test("a viewer reads, chooses what to hear about, and does nothing else", () => {
  const does = permissions.filter((permission) =>
    organizationKinds.some((kind) => isAllowed(permission, kind, "viewer")),
  );
  expect(does).toEqual(["partnership.read", "notice.own", "statement.read", "revenue.read", "team.read"]);
});

test("an owner may do all that its side may", () => {
  for (const permission of permissions) {
    expect(organizationKinds.some((kind) => isAllowed(permission, kind, "owner"))).toBe(true);
  }
});

test("R14: what lets money go, brings it in or names the bank wants a recent proof", () => {
  const wanted = ["milestone.release", "milestone.fund", "account.onboard"] as const;
  for (const permission of wanted) expect(wantsRecentProof(permission), permission).toBe(true);
  expect(wantsRecentProof("partnership.read")).toBe(false);
});

test("whoever has not confirmed their address looks around and does nothing else", () => {
  expect(permissions.filter(isOpenToUnverified)).toEqual(["partnership.read", "notice.own", "team.read"]);
});
