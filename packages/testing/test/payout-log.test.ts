import {
  exportTable,
  listPayouts,
  listReleases,
  type Scope,
  summarizePayouts,
  summarizeReleases,
  tableExports,
} from "@evenshare/application";
import { withAdmin } from "@evenshare/database/testing";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, it } from "vitest";
import { createProducer, must, startedPartnership } from "../src";
import {
  acceptWork,
  agreedMilestone,
  fund,
  payablePartnership,
  submitWork,
  useMoneyWorld,
} from "./support/money-world";

const world = useMoneyWorld();
let producer: Scope;
let brands: readonly [Scope, Scope];

/** One producer, two brands, three payouts; the producer's days are those of Los Angeles. */
beforeAll(async () => {
  const first = await payablePartnership(world());
  const second = await startedPartnership(world().deps, { producer: first.producer, title: "Winter box" });
  producer = first.producer;
  brands = [first.brand, second.brand];
  // Eight hours behind: 07:59 in London is still the evening before.
  const works = [
    { partnership: first, amount: 50_000n, title: "Evening", at: "2026-11-24T07:59:59.999Z" },
    { partnership: second, amount: 30_000n, title: "Morning", at: "2026-11-24T08:00:00.000Z" },
    { partnership: first, amount: 20_000n, title: "Later", at: "2026-12-01T12:00:00.000Z" },
  ];
  for (const { partnership, amount, title, at } of works) {
    const id = await agreedMilestone(world(), partnership, { amount, title });
    await fund(world(), partnership, id, amount);
    await submitWork(world(), partnership, id);
    await world().pass(Date.parse(at) - world().clock.now().getTime());
    await acceptWork(world(), partnership, id);
  }
  await withAdmin(world().databaseUrl, async (client) => {
    await client.query("update organization set time_zone = 'America/Los_Angeles' where id = $1", [
      producer.organizationId,
    ]);
    await client.query(
      `update payout set status = case amount when 50000 then 'paid' else 'in_transit' end,
         paid_at = case amount when 50000 then created_at end`,
    );
  });
}, 120_000);

async function titles(filter: Parameters<typeof listPayouts>[2]): Promise<string[]> {
  const { items } = must(await listPayouts(world().deps, producer, filter));
  return items.flatMap(({ lines }) => lines.map(({ milestoneTitle }) => milestoneTitle));
}

async function file(name: string, scope: Scope, filter: Record<string, string>) {
  const table = tableExports.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`${name} cannot be downloaded`);
  let text = "";
  for await (const line of must(await exportTable(world().deps, scope, table, filter))) text += line;
  return parse(text, { columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
}

it("C13: payouts are narrowed by whole days in the organization's time zone, both included", async () => {
  expect(await titles({})).toEqual(["Later", "Morning", "Evening"]);
  expect(await titles({ from: "2026-11-23", to: "2026-11-23" })).toEqual(["Evening"]);
  expect(await titles({ from: "2026-11-24" })).toEqual(["Later", "Morning"]);
  expect(await titles({ to: "2026-11-24" })).toEqual(["Morning", "Evening"]);
  expect(await titles({ from: "2026-12-02" })).toEqual([]);
  expect(await listPayouts(world().deps, producer, { from: "2026-02-30" })).toMatchObject({
    failure: { code: "input.invalid", field: "from" },
  });
});

it("C13: payouts are narrowed by partner, and a stranger's name narrows them to nothing", async () => {
  expect(await titles({ partnerId: brands[0].organizationId })).toEqual(["Later", "Evening"]);
  expect(await titles({ partnerId: brands[1].organizationId, to: "2026-11-23" })).toEqual([]);
  const stranger = await createProducer(world().deps);
  expect(await titles({ partnerId: stranger.organizationId })).toEqual([]);
});

it("C13: the sums are those of all rows under the filter, per currency, whatever page is shown", async () => {
  const all = must(await summarizePayouts(world().deps, producer, {}));
  expect(all.timeZone).toBe("America/Los_Angeles");
  expect(all.partners.map(({ id }) => id).sort()).toEqual(
    brands.map(({ organizationId }) => organizationId).sort(),
  );
  expect(all.sums).toMatchObject([
    { currency: "GBP", entries: 3, gross: 100_000n, net: 100_000n, arrived: 50_000n },
  ]);
  const { items, nextCursor } = must(await listPayouts(world().deps, producer, { limit: 1 }));
  expect(items).toHaveLength(1);
  expect(nextCursor).not.toBeNull();
  const narrowed = { from: "2026-11-24", partnerId: brands[0].organizationId };
  const { sums } = must(await summarizePayouts(world().deps, producer, narrowed));
  expect(sums).toMatchObject([{ entries: 1, gross: 20_000n, net: 20_000n, arrived: 0n }]);
});

it("C13 C12: the file holds what the screen shows under the same filter, and adds up to its sums", async () => {
  const filter = { from: "2026-11-23", to: "2026-11-30", partnerId: brands[0].organizationId };
  const rows = await file("payouts", producer, filter);
  expect(rows.map((row) => row["Milestone"])).toEqual(["Evening"]);
  expect(rows[0]).toMatchObject({ "To you": "500.00", Created: "2026-11-24T07:59:59.999Z" });
  expect(await file("payouts", producer, { partnerId: brands[1].organizationId })).toMatchObject([
    { Milestone: "Morning", "To you": "300.00" },
  ]);
});

it("C13: a brand sees what it released by the same days and partners, and downloads just that", async () => {
  const [brand, other] = brands;
  const { deps } = world();
  const released = must(await listReleases(deps, brand, {}));
  expect(released.items.map(({ milestoneTitle }) => milestoneTitle)).toEqual(["Later", "Evening"]);
  // The brand's own days are London's: the evening in Los Angeles is its morning.
  const narrowed = must(await listReleases(deps, brand, { from: "2026-11-24", to: "2026-11-24" }));
  expect(narrowed.items.map(({ milestoneTitle }) => milestoneTitle)).toEqual(["Evening"]);
  expect(
    must(await summarizeReleases(deps, brand, { partnerId: producer.organizationId })).sums,
  ).toMatchObject([{ currency: "GBP", entries: 2, gross: 70_000n, net: 70_000n, arrived: 50_000n }]);
  const rows = await file("release-log", brand, { from: "2026-12-01" });
  expect(rows).toMatchObject([{ Milestone: "Later", Amount: "200.00", Currency: "GBP" }]);
  expect(await file("release-log", brand, { partnerId: other.organizationId })).toEqual([]);
});
