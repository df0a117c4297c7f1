import { setTimeout as pause } from "node:timers/promises";

export { pause };

/**
 * Looks again and again until `look` answers something other than `null`.
 * @throws Error that names what was waited for, after `patienceMs`.
 */
async function waitFor<T>(
  what: string,
  look: () => Promise<T | null>,
  { patienceMs = 60_000, everyMs = 50 }: { patienceMs?: number; everyMs?: number } = {},
): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    if (performance.now() > end) throw new Error(`waited ${patienceMs} ms in vain for ${what}`);
    await pause(everyMs);
  }
}

/** {@link waitFor} for a condition. */
export async function waitUntil(
  what: string,
  holds: () => Promise<boolean>,
  options: { patienceMs?: number; everyMs?: number } = {},
): Promise<void> {
  await waitFor(what, async () => ((await holds()) ? true : null), options);
}
