import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedPostgres, THROWAWAY_FLAGS } from "../embedded";
import { readDatabaseEnv } from "../env";

/** A server that tests make databases on, and its superuser connection string. */
export interface TestCluster {
  readonly url: string;
}

let cluster: Promise<TestCluster> | undefined;

/**
 * The server of the running test command (`TEST_DATABASE_URL`), one given by `DATABASE_URL`, or an embedded one that is
 * started for this user once and shared by whoever runs tests by hand.
 */
export function findTestCluster(): Promise<TestCluster> {
  cluster ??= locate();
  return cluster;
}

/** From now on this process makes its test databases on a server of its own, whatever its environment says. */
export function useTestCluster(own: TestCluster): void {
  cluster = Promise.resolve(own);
}

async function locate(): Promise<TestCluster> {
  const { TEST_DATABASE_URL, DATABASE_URL } = readDatabaseEnv();
  const given = TEST_DATABASE_URL ?? DATABASE_URL;
  if (given !== undefined) return { url: given };
  const dataDir = join(tmpdir(), `evenshare-test-postgres-${process.getuid?.() ?? 0}`);
  const { url } = await startEmbeddedPostgres({ dataDir, persistent: true, postgresFlags: THROWAWAY_FLAGS });
  return { url };
}

/** The same server, another database. */
export function urlOfDatabase(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

export async function withAdmin<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
