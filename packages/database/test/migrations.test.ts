import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeDrift, migrateDatabase, readSchemaFiles } from "../src/migrate";
import { createEmptyDatabase, createTestDatabase, type TestDatabase, withAdmin } from "../src/testing";

const opened: TestDatabase[] = [];
async function keep(database: Promise<TestDatabase>): Promise<TestDatabase> {
  const made = await database;
  opened.push(made);
  return made;
}
afterAll(() => Promise.all(opened.map((database) => database.drop())));

describe("migrations", () => {
  let migrated: TestDatabase;
  beforeAll(async () => {
    migrated = await keep(createTestDatabase());
  });

  test("the schema files describe exactly what the migrations make", async () => {
    const empty = await keep(createEmptyDatabase());
    expect(await describeDrift(migrated.url, empty.url)).toEqual([]);
  });

  test("a column that only the schema files have is found as drift", async () => {
    const files = await readSchemaFiles();
    const changed = files.map(([path, text]): [string, string] => [
      path,
      path.endsWith("partnership.prisma")
        ? text.replace("title     String", "title     String\n  motto     String")
        : text,
    ]);
    const empty = await keep(createEmptyDatabase());
    const drift = await describeDrift(migrated.url, empty.url, changed);
    expect(drift).toEqual([{ onlyIn: "schema", structure: expect.stringContaining("partnership.motto") }]);
  });

  test("a column that only the database has is found as drift", async () => {
    const other = await keep(createTestDatabase());
    await withAdmin(other.url, (client) => client.query("alter table partnership add column motto text"));
    const empty = await keep(createEmptyDatabase());
    const drift = await describeDrift(other.url, empty.url);
    expect(drift).toEqual([
      { onlyIn: "migrations", structure: expect.stringContaining("partnership.motto") },
    ]);
  });

  test("migrating twice, and by several processes at once, does the work once", async () => {
    const empty = await keep(createEmptyDatabase());
    const applied = await Promise.all([
      migrateDatabase(empty.url),
      migrateDatabase(empty.url),
      migrateDatabase(empty.url),
    ]);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrateDatabase(empty.url)).toEqual([]);
  });
});

describe("row-level security", () => {
  test("R12: every table but the list of account kinds has it forced, with a policy for the application", async () => {
    const database = await keep(createTestDatabase());
    const bare = await withAdmin(database.url, (client) =>
      client.query<{ relname: string }>(
        `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
           and not (c.relrowsecurity and c.relforcerowsecurity
             and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant'))
         order by 1`,
      ),
    );
    expect(bare.rows.map(({ relname }) => relname)).toEqual(["_prisma_migrations", "ledger_account_kind"]);
  });

  test("R12: the product's roles own nothing, bypass nothing and cannot log in", async () => {
    const database = await keep(createTestDatabase());
    const { rows } = await withAdmin(database.url, (client) =>
      client.query(
        `select rolname, rolsuper, rolbypassrls, rolcanlogin,
           (select count(*)::int from pg_class where relowner = r.oid) as owned
         from pg_roles r where rolname in ('evenshare_app', 'evenshare_auth') order by 1`,
      ),
    );
    const harmless = { rolsuper: false, rolbypassrls: false, rolcanlogin: false, owned: 0 };
    expect(rows).toEqual([
      { rolname: "evenshare_app", ...harmless },
      { rolname: "evenshare_auth", ...harmless },
    ]);
  });
});
