import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../src";
import { openWorld, seedPartnership, type Tenants, type World } from "./world";

let world: World;
let database: Database;
let tenants: Tenants;
const tenDaysAgo = new Date("2026-02-28T12:00:00Z");
const lastWeek = new Date("2026-03-03T12:00:00Z");
const today = new Date("2026-03-10T12:00:00Z");

beforeAll(async () => {
  world = await openWorld();
  database = openDatabase({ url: world.database.url });
  tenants = await seedPartnership(world);
}, 60_000);
afterAll(async () => {
  await database.close();
  await world.close();
});

async function* bytes() {
  yield Buffer.from("a cut");
}

async function upload(at: Date): Promise<string> {
  const file = { id: randomUUID(), name: "cut.txt", contentType: "text/plain", uploadedByName: "Ada" };
  await database.storeFile({ ...file, organizationId: tenants.producerId }, bytes(), 100, at);
  return file.id;
}

test("uploads that became part of nothing are forgotten after their time; newer and attached ones stay", async () => {
  const [given, attached, fresh] = [await upload(tenDaysAgo), await upload(tenDaysAgo), await upload(today)];
  await world.admin.query("update file set partnership_id = $1 where id = $2", [
    tenants.partnershipId,
    attached,
  ]);
  expect(await database.clearUnusedUploads(lastWeek)).toBe(1);
  expect(await database.findFile(tenants.producerId, given)).toBeNull();
  expect(await database.findFile(tenants.producerId, attached)).not.toBeNull();
  expect(await database.findFile(tenants.producerId, fresh)).not.toBeNull();
  const left = await world.admin.query("select distinct file_id from file_chunk");
  expect(left.rows.map(({ file_id }) => file_id).sort()).toEqual([attached, fresh].sort());
});
