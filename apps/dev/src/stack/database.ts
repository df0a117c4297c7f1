import { migrateDatabase } from "@evenshare/database/migrate";
import pg from "pg";

const NAME = "evenshare";

/** Creates the product's database on the embedded server when it is missing; answers its connection string. */
export async function ensureDatabase(serverUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [NAME]);
    if (rowCount === 0) await client.query(`create database ${NAME}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${NAME}`;
  return url.href;
}

/** Brings the database up to date. */
export async function bringUpToDate(url: string): Promise<void> {
  await migrateDatabase(url);
}
