import { startEmbeddedPostgres } from "../../src/embedded";

// A parent to be killed by the test: starts the server, says where, and stays.
const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error("usage: keep-running <data folder>");
const { url, pid } = await startEmbeddedPostgres({ dataDir, persistent: true });
process.stdout.write(`${JSON.stringify({ url, pid })}\n`);
setInterval(() => undefined, 60_000);
