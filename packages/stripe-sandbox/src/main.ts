import { join } from "node:path";
import { DevClock } from "@evenshare/dev-clock";
import { readEnv } from "./env";
import { startSandbox } from "./start-sandbox";

async function main(): Promise<void> {
  const env = readEnv();
  const clockFile = env.clockFile ?? (env.dataDir === null ? null : join(env.dataDir, "clock.json"));
  const sandbox = await startSandbox({
    port: env.port,
    seed: env.seed,
    ...(env.dataDir === null ? {} : { dataDir: env.dataDir }),
    ...(clockFile === null ? {} : { clock: new DevClock(clockFile) }),
    ...(env.publicUrl === null ? {} : { publicUrl: env.publicUrl }),
  });
  process.stdout.write(`Stripe sandbox listening on ${sandbox.url}\n`);
  const stop = () => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
