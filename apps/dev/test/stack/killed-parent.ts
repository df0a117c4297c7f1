import { join } from "node:path";
import { createNodeService } from "../../src/processes/node-service";
import { openDataFolder } from "../../src/stack/data-folder";

// A stack's process that a test kills: holds the folder and runs one service in it.
const [dataDir = "", port = ""] = process.argv.slice(2);
const folder = await openDataFolder(dataDir, false);
const service = createNodeService({
  name: "api",
  entry: join(import.meta.dirname, "../processes/http-service/main.ts"),
  cwd: import.meta.dirname,
  env: { PORT: port },
  healthUrl: `http://127.0.0.1:${port}`,
  logFile: folder.logFile("api"),
  pidFile: folder.pidFile("api"),
  keepAlive: true,
});
await service.start();
process.stdout.write(`${service.pid()}\n`);
