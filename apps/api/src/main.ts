import { readEnvironment } from "./env";
import { serve } from "./serve";

const graceMs = 10_000;

try {
  const starting = serve(readEnvironment());
  let stopping = false;
  const stop = async () => {
    // A second signal means: now.
    if (stopping) process.exit(1);
    stopping = true;
    await starting
      .then((api) => api.close(graceMs))
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
  await starting;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : "the API cannot start"}\n`);
  process.exit(1);
}
