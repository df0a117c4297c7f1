import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { productionEnv } from "./env";
import { portalFolder, serverEntry } from "./production/server-apps";

/**
 * The built product: API and worker as configured by variables, nothing embedded. A variable that is
 * missing is named by the process that misses it. When one of the two ends, so does the other, and the
 * exit code says so to whatever supervises this: there it is started again.
 */
const needed = [serverEntry("api"), serverEntry("worker"), portalFolder("brand"), portalFolder("producer")];
for (const path of needed) {
  if (await stat(path).catch(() => null)) continue;
  process.stderr.write(`${path} is missing: run \`pnpm build\` first.\n`);
  process.exit(1);
}

const env = productionEnv({ brand: portalFolder("brand"), producer: portalFolder("producer") });
const children = (["api", "worker"] as const).map((app) =>
  spawn(process.execPath, ["--enable-source-maps", serverEntry(app)], {
    env,
    stdio: ["ignore", "inherit", "inherit"],
  }),
);

let asked = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    asked = true;
    for (const child of children) child.kill(signal);
  });
}

const endings = children.map(ended);
await Promise.race(endings);
// A moment for the other one: when variables are missing, each says which.
if (!asked) await Promise.race([Promise.all(endings), sleep(2_000)]);
for (const child of children) child.kill("SIGTERM");
const codes = await Promise.all(endings);
process.exitCode = asked && codes.every((code) => code === 0) ? 0 : 1;

async function ended(child: ChildProcess): Promise<number> {
  const [code] = await once(child, "exit");
  return typeof code === "number" ? code : 1;
}
