import { randomUUID } from "node:crypto";
import type { EntryDraft, Posting } from "@evenshare/domain";
import pg from "pg";
import { entryToWire } from "../src";
import { createTestDatabase, type TestDatabase } from "../src/testing";

/** A migrated database with a superuser connection and one that is held by row-level security. */
export interface World {
  readonly database: TestDatabase;
  /** Past all policies: what really is in the tables. */
  readonly admin: pg.Pool;
  /** As the product connects. */
  readonly app: pg.Pool;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const database = await createTestDatabase();
  const admin = new pg.Pool({ connectionString: database.url, max: 4 });
  const app = new pg.Pool({ connectionString: database.url, options: "-c role=evenshare_app", max: 16 });
  return {
    database,
    admin,
    app,
    async close() {
      await Promise.all([admin.end(), app.end()]);
      await database.drop();
    },
  };
}

export interface Tenants {
  readonly brandId: string;
  readonly producerId: string;
  readonly partnershipId: string;
}

/** A brand and a producer in a partnership, by the superuser: these tests are about what lies below the verbs. */
export async function seedPartnership({ admin }: World): Promise<Tenants> {
  const [brandId, producerId, partnershipId] = [randomUUID(), randomUUID(), randomUUID()];
  await admin.query(
    `insert into organization (id, kind, name, slug, country, time_zone, created_at)
     values ($1, 'brand', 'Gasthaus', $3, 'GB', 'Europe/London', now()), ($2, 'producer', 'Wiesen', $4, 'GB', 'Europe/London', now())`,
    [brandId, producerId, brandId, producerId],
  );
  await admin.query("insert into partnership (id, title, created_at) values ($1, 'Harvest box', now())", [
    partnershipId,
  ]);
  await admin.query(
    `insert into partnership_party (partnership_id, organization_id, kind, joined_at)
     values ($1, $2, 'brand', now()), ($1, $3, 'producer', now())`,
    [partnershipId, brandId, producerId],
  );
  return { brandId, producerId, partnershipId };
}

/** Posts an entry as an organization; true when it was posted, false when its source was posted before. */
export async function postAs({ app }: World, organizationId: string, entry: EntryDraft): Promise<boolean> {
  const client = await app.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.organization_id', $1, true)", [organizationId]);
    const { rows } = await client.query<{ posted: boolean }>("select app.post_entry($1, now()) as posted", [
      JSON.stringify(entryToWire(entry)),
    ]);
    await client.query("commit");
    return rows[0]?.posted === true;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

export function entryOf(
  tenants: Tenants,
  postings: readonly Posting[],
  changes: Partial<EntryDraft> = {},
): EntryDraft {
  return {
    id: randomUUID(),
    kind: "milestone.funded",
    sourceKey: randomUUID(),
    partnershipId: tenants.partnershipId,
    milestoneId: null,
    postings,
    ...changes,
  };
}

/** Money in or out of one milestone's held account, against the provider. */
export function heldPostings(milestoneId: string, amount: bigint): Posting[] {
  return [
    { account: { kind: "provider_platform", ownerId: "platform", currency: "GBP" }, amount },
    { account: { kind: "milestone_held", ownerId: milestoneId, currency: "GBP" }, amount: -amount },
  ];
}
