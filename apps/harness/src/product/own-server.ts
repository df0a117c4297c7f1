import { startEmbeddedPostgres, THROWAWAY_FLAGS } from "@evenshare/database/embedded";
import { useTestCluster } from "@evenshare/database/testing";
import { openHarnessFolder } from "./harness-folder";

/** Runs `use` over a PostgreSQL of its own, on which every test database of this process is made meanwhile. */
export async function onOwnServer(use: (databaseUrl: string) => Promise<void>): Promise<void> {
  const folder = await openHarnessFolder();
  try {
    const { url } = await startEmbeddedPostgres({
      dataDir: folder.clusterDir,
      persistent: false,
      postgresFlags: THROWAWAY_FLAGS,
    });
    useTestCluster({ url });
    await use(url);
  } finally {
    await folder.remove();
  }
}
