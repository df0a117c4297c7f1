import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, seedPartnership, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("R4: a milestone that changed since it was loaded is not written, whoever forgot the lock", async () => {
  const { brandId, partnershipId } = await seedPartnership(world);
  const id = randomUUID();
  await world.admin.query(
    `insert into milestone (id, partnership_id, proposed_by_organization_id, agreement_version, title, description,
       amount, currency, state, version, is_first, created_at, updated_at)
     values ($1, $2, $3, 1, 'Rough cut', '', 100, 'GBP', 'agreed', 7, true, now(), now())`,
    [id, partnershipId, brandId],
  );
  const write = async (version: number) => {
    const client = await world.app.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.organization_id', $1, true)", [brandId]);
      await client.query("select app.write_milestone('{}', $1, null, now())", [
        JSON.stringify({ id, partnershipId, version, patch: { state: "funded" }, transitions: [] }),
      ]);
      await client.query("commit");
    } finally {
      await client.query("rollback");
      client.release();
    }
  };
  await expect(write(6)).rejects.toMatchObject({ code: "EV006" });
  const stateOf = async () =>
    (await world.admin.query("select state, version from milestone where id = $1", [id])).rows;
  expect(await stateOf()).toEqual([{ state: "agreed", version: 7 }]);
  await write(7);
  expect(await stateOf()).toEqual([{ state: "funded", version: 8 }]);
});
