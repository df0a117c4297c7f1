import { readEnvironment } from "./env";
import { serve } from "./serve";

const graceMs = 10_000;

try {
  const api = await serve(readEnvironment());
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      api.close(graceMs).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : "the API cannot start"}\n`);
  process.exit(1);
}
