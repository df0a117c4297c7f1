import type { Log } from "@evenshare/runtime";

export interface Repeating {
  /** Ends the repetition and waits for the round under way. */
  stop(): Promise<void>;
}

/** Runs `round` again and again with a pause between. A round that throws is logged; the next one comes all the same. */
export function repeat(name: string, pauseMs: number, log: Log, round: () => Promise<void>): Repeating {
  let stopped = false;
  let wake = () => {};
  const loop = (async () => {
    while (!stopped) {
      try {
        await round();
      } catch (error) {
        log.error({ error: String(error) }, `${name} failed and goes on`);
      }
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await loop;
    },
  };
}
