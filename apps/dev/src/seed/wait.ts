import { setTimeout as pause } from "node:timers/promises";

const patienceMs = 60_000;
const lookEveryMs = 60;

/** Looks again and again until there is something. @throws Error that says what was waited for. */
export async function waitFor<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  const since = performance.now();
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() - since > patienceMs) throw new Error(`Waited a minute in vain: ${what}`);
    await pause(lookEveryMs);
  }
}
