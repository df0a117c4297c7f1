import { expect, test } from "vitest";
import { isAllowed, organizationKinds, permissions, roles } from "../src";

test("letting money go needs an approver or an owner of the brand", () => {
  const allowed = organizationKinds.flatMap((kind) =>
    roles.filter((role) => isAllowed("milestone.release", kind, role)).map((role) => `${kind} ${role}`),
  );
  expect(allowed).toEqual(["brand owner", "brand approver"]);
});

test("a viewer reads and does nothing else", () => {
  const does = permissions.filter((permission) =>
    organizationKinds.some((kind) => isAllowed(permission, kind, "viewer")),
  );
  expect(does).toEqual(["partnership.read"]);
});

test("an owner may do all that its side may", () => {
  for (const permission of permissions) {
    expect(organizationKinds.some((kind) => isAllowed(permission, kind, "owner"))).toBe(true);
  }
});
