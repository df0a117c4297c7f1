import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runMigrations as runQueueMigrations } from "graphile-worker";
import pg from "pg";
import { noFilters, withSchemaEngine } from "./engine";
import { readMigrationFiles, readSchemaFiles } from "./files";

const codeFolder = fileURLToPath(new URL("../../../../prisma/sql", import.meta.url));
const migrationLock = 7_305_116;

/**
 * Brings a database up to date: tables by migrations (forward only, each once), the job queue's own tables, then roles,
 * policies, functions and triggers, which are written again whenever their text has changed.
 * Several processes may call it at once. Returns the names of the migrations applied.
 */
export async function migrateDatabase(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    const applied = await applyTableMigrations(url);
    await runQueueMigrations({ connectionString: url });
    await applyDatabaseCode(client);
    return applied;
  } finally {
    await client.end();
  }
}

async function applyTableMigrations(url: string): Promise<readonly string[]> {
  const { list } = await readMigrationFiles();
  return withSchemaEngine(url, await readSchemaFiles(), async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: list,
      filters: noFilters,
    });
    return appliedMigrationNames;
  });
}

/** Roles, policies, functions and triggers in one transaction; skipped when the database carries this very text already. */
async function applyDatabaseCode(client: pg.Client): Promise<void> {
  const code = await readDatabaseCode();
  const digest = `sha256:${createHash("sha256").update(code).digest("hex")}`;
  const { rows } = await client.query<{ carried: string | null }>(
    "select obj_description(oid, 'pg_namespace') as carried from pg_namespace where nspname = 'app'",
  );
  if (rows[0]?.carried === digest) return;
  await client.query("begin");
  try {
    await client.query(code);
    await client.query(`comment on schema app is '${digest}'`);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

async function readDatabaseCode(): Promise<string> {
  const names = (await readdir(codeFolder)).filter((name) => name.endsWith(".sql")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(codeFolder, name), "utf8")));
  return texts.join("\n");
}
