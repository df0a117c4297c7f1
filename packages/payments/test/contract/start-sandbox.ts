import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface SandboxProcess {
  readonly url: string;
  stop(): Promise<void>;
}

const require = createRequire(import.meta.url);
const main = new URL("../../../stripe-sandbox/src/main.ts", import.meta.url).pathname;

/** Starts the local Stripe as a process of its own, on a free port, with a data folder and a clock of its own. */
export async function startSandboxProcess(): Promise<SandboxProcess> {
  const folder = mkdtempSync(join(tmpdir(), "evenshare-payments-"));
  const child = spawn(process.execPath, ["--import", pathToFileURL(require.resolve("tsx")).href, main], {
    env: {
      STRIPE_SANDBOX_PORT: "0",
      STRIPE_SANDBOX_DATA_DIR: folder,
      DEV_CLOCK_FILE: join(folder, "clock.json"),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /listening on (\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    child.once("exit", (code) => {
      rmSync(folder, { recursive: true, force: true });
      reject(new Error(`the sandbox ended with ${code}: ${said}`));
    });
  });
  return {
    url,
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
