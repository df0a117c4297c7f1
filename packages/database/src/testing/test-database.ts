import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { migrateDatabase } from "../migrate";
import { findTestCluster, urlOfDatabase, withAdmin } from "./cluster";

const prismaFolder = fileURLToPath(new URL("../../../../prisma", import.meta.url));
const templateLock = 7_305_117;

export interface TestDatabase {
  /** Superuser connection string. */
  readonly url: string;
  readonly name: string;
  drop(): Promise<void>;
}

/**
 * A database of one's own, cloned in milliseconds from a migrated template. The template is named after the schema's
 * text, so that a changed schema makes a new one.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url: clusterUrl } = await findTestCluster();
  const template = await ensureTemplate(clusterUrl);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await withAdmin(clusterUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    await client.query(`create database ${name} template ${template}`);
  });
  return {
    name,
    url: urlOfDatabase(clusterUrl, name),
    drop: () =>
      withAdmin(
        clusterUrl,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  };
}

/** An empty database without any table. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const { url: clusterUrl } = await findTestCluster();
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await withAdmin(clusterUrl, (client) => client.query(`create database ${name}`));
  return {
    name,
    url: urlOfDatabase(clusterUrl, name),
    drop: () =>
      withAdmin(
        clusterUrl,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  };
}

async function ensureTemplate(clusterUrl: string): Promise<string> {
  const name = `template_${await digestOfSchema()}`;
  await withAdmin(clusterUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount !== 0) return;
    const draft = `draft_${randomUUID().replaceAll("-", "")}`;
    await client.query(`create database ${draft}`);
    await migrateDatabase(urlOfDatabase(clusterUrl, draft));
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

async function digestOfSchema(): Promise<string> {
  const hash = createHash("sha256");
  const entries = await readdir(prismaFolder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(path).update(await readFile(path));
  return hash.digest("hex").slice(0, 16);
}
