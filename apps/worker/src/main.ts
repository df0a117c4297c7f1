import { readEnvironment } from "./env";
import { startWorker } from "./start-worker";

const worker = startWorker(readEnvironment());
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void worker.stop().then(() => process.exit(0));
  });
}
