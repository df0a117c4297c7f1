import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { found, handOver, openTown, signUp, type Town } from "./people";

let town: Town;

beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.leave());

describe("organizations", () => {
  it("F1: are of the portal's kind, and their founder is the owner and acts for them", async () => {
    const ada = await signUp(town.auth, "brand");
    const brand = await found(town.auth, ada.session, "Gasthaus Group");
    expect(brand.active).toMatchObject({
      organization: { name: "Gasthaus Group", kind: "brand" },
      role: "owner",
    });
    town.advance(1_000);
    const there = await handOver(town.auth, ada, "producer");
    expect(there.session.active).toBeNull();
    const producer = await found(town.auth, there.session, "Wiesen Farm");
    expect(producer.active).toMatchObject({ organization: { kind: "producer" }, role: "owner" });
    const memberships = await town.auth.listMemberships(ada.session.user.id);
    expect(memberships.map(({ organization }) => organization.kind)).toEqual(["brand", "producer"]);
    expect(await town.auth.readSession("brand", ada.cookie)).toMatchObject({
      active: { organization: { name: "Gasthaus Group" } },
    });
  });

  it("one click makes one, however often and however parallel it arrives", async () => {
    const ada = await signUp(town.auth, "brand");
    const key = randomUUID();
    const made = await Promise.all(
      Array.from({ length: 8 }, () => found(town.auth, ada.session, "Once", key)),
    );
    expect(new Set(made.map(({ active }) => active?.organization.id)).size).toBe(1);
    expect(await town.auth.listMemberships(ada.session.user.id)).toHaveLength(1);
  });

  it("refuse a command key that comes back with other contents, and give nothing to another person with the same key", async () => {
    const [ada, eve] = [await signUp(town.auth, "brand"), await signUp(town.auth, "brand")];
    const key = randomUUID();
    const mine = await found(town.auth, ada.session, "Mine", key);
    const other = { commandKey: key, name: "Other", country: "GB", timeZone: "Europe/London" };
    expect(await town.auth.createOrganization(ada.session, other)).toMatchObject({
      failure: { code: "command.key_reused" },
    });
    const hers = await found(town.auth, eve.session, "Mine", key);
    expect(hers.active?.organization.id).not.toBe(mine.active?.organization.id);
  });

  it("F1 F2: can be switched to within the portal; anyone else's, a guess, and one of the other kind do not exist", async () => {
    const { auth } = town;
    const ada = await signUp(auth, "brand");
    const eve = await signUp(auth, "brand");
    const first = await found(auth, ada.session, "First");
    await found(auth, ada.session, "Second");
    const foreign = await found(auth, eve.session, "Foreign");
    const there = await handOver(auth, ada, "producer");
    const producer = await found(auth, there.session, "Farm");
    const ids = [foreign, producer].map(({ active }) => active?.organization.id ?? "");
    const own = first.active?.organization.id ?? "";
    expect(await auth.switchOrganization(ada.session, own)).toMatchObject({
      value: { active: first.active },
    });
    for (const id of [...ids, randomUUID()]) {
      expect(await auth.switchOrganization(ada.session, id)).toEqual({
        ok: false,
        failure: { code: "organization.not_found" },
      });
    }
    expect(await auth.readSession("brand", ada.cookie)).toMatchObject({ active: first.active });
  });

  it("a person who was removed from the active one acts for another of theirs, or for none", async () => {
    const { auth, database } = town;
    const ada = await signUp(auth, "brand");
    const first = await found(auth, ada.session, "First");
    const second = await found(auth, ada.session, "Second");
    const leave = (id: string | undefined) =>
      database.auth.pool.query("delete from member where organization_id = $1", [id]);
    await leave(second.active?.organization.id);
    expect(await auth.readSession("brand", ada.cookie)).toMatchObject({ active: first.active });
    await leave(first.active?.organization.id);
    expect(await auth.readSession("brand", ada.cookie)).toMatchObject({ active: null });
  });
});
