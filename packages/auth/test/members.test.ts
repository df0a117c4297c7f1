import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addMember } from "../src/index";
import { found, openTown, signUp, type Town } from "./people";

const now = new Date("2026-11-22T12:00:00.000Z");
let town: Town;

beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.leave());

it("a person with an account becomes a member once, with the first role given", async () => {
  const owner = await signUp(town.auth, "brand");
  const session = await found(town.auth, owner.session, "Gasthaus Group");
  const organizationId = session.active?.organization.id ?? "";
  const edda = await signUp(town.auth, "brand");
  const { pool } = town.database.auth;
  const email = edda.email.toUpperCase();
  for (const role of ["finance", "owner"] as const) {
    expect(await addMember(pool, { organizationId, email, role }, now)).toMatchObject({ ok: true });
  }
  expect(await town.auth.listMemberships(edda.session.user.id)).toEqual([
    { organization: { id: organizationId, name: "Gasthaus Group", kind: "brand" }, role: "finance" },
  ]);
});

it("nobody joins who has no account, and nothing that is not there", async () => {
  const owner = await signUp(town.auth, "brand");
  const { pool } = town.database.auth;
  const refusals = await Promise.all([
    addMember(pool, { organizationId: randomUUID(), email: owner.email, role: "viewer" }, now),
    addMember(pool, { organizationId: randomUUID(), email: "nobody@example.com", role: "viewer" }, now),
  ]);
  expect(refusals).toMatchObject([
    { ok: false, failure: { code: "organization.not_found" } },
    { ok: false, failure: { code: "account.not_found" } },
  ]);
});
